import type { Resource } from '../../operation';
import { preview } from './preview';
import { send } from './send';

export const payout: Resource = { name: 'Payout', value: 'payout', operations: [send, preview] };
