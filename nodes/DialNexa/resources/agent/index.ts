import type { Resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';
import { setUpMoneyCapture } from './setUpMoneyCapture';

export const agent: Resource = {
	name: 'Agent',
	value: 'agent',
	operations: [get, getMany, setUpMoneyCapture],
};
