import type { Resource } from '../../operation';
import { getMany } from './getMany';

export const contract: Resource = { name: 'Contract', value: 'contract', operations: [getMany] };
