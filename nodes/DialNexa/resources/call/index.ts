import type { Resource } from '../../operation';
import { create } from './create';
import { downloadRecording } from './downloadRecording';
import { get } from './get';
import { getMany } from './getMany';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	operations: [create, downloadRecording, get, getMany],
};
