import type { Resource } from '../../operation';
import { getHistory } from './getHistory';
import { getMany } from './getMany';
import { upload } from './upload';

export const lead: Resource = {
	name: 'Lead',
	value: 'lead',
	operations: [getHistory, getMany, upload],
};
