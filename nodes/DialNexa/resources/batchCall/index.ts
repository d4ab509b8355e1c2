import type { Resource } from '../../operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { updateStatus } from './updateStatus';

export const batchCall: Resource = {
	name: 'Batch Call',
	value: 'batchCall',
	operations: [create, get, getMany, updateStatus],
};
