/** A UUID: what many systems refer to things by. Digits in it are nobody's number. */
const UUID =
	'(?<![\\p{L}\\p{N}])[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}(?![\\da-z])';
const HERE = new RegExp(UUID, 'iuy');
const ANYWHERE = new RegExp(UUID, 'giu');

export const UUID_LENGTH = 36;
/** How far its first dash is from where it begins. */
export const UUID_DASH = 8;

/** Whether a UUID begins at `start`. */
export function isUuidAt(text: string, start: number): boolean {
	HERE.lastIndex = start;
	return HERE.test(text);
}

export function withoutUuids(text: string): string {
	return text.replace(ANYWHERE, '');
}
