import type { Resource } from '../../operation';
import { create } from './create';

export const webhook: Resource = { name: 'Webhook', value: 'webhook', operations: [create] };
