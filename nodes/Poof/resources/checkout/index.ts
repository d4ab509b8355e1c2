import type { Resource } from '../../operation';
import { createLink } from './createLink';

export const checkout: Resource = { name: 'Checkout', value: 'checkout', operations: [createLink] };
