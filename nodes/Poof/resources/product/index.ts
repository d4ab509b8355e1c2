import type { Resource } from '../../operation';
import { get } from './get';

export const product: Resource = { name: 'Product', value: 'product', operations: [get] };
