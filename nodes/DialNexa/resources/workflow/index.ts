import type { Resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';
import { updateStatus } from './updateStatus';

export const workflow: Resource = {
	name: 'Workflow',
	value: 'workflow',
	operations: [get, getMany, updateStatus],
};
