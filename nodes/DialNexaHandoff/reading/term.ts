/** Case, separators and accents do not tell two terms apart: "Create Invoice" and "create-invoice" are one. */
export const term = (text: string) =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '_')
		.replace(/^_+|_+$/g, '');
