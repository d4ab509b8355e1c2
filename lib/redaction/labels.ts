import { KIND, Kind } from './fold';

/** What stands at the beginning of a line, with the colon, and who speaks after it: "Agent:". */
export interface Label {
	text: string;
	speaker: number;
	/** What it adds to the gap before the turn: the spaces within a name. */
	gap: number;
}

const BUCKETS = 32;
/** How many labels of a bucket are kept. */
const MOST = 8;

/** The labels of a text so far: most turns begin with one that was there before. */
export class Labels {
	/** By the first unit, so that most lines without a label need no other look. */
	private readonly buckets = new Array<Label[] | undefined>(BUCKETS);

	constructor(private readonly units: Uint16Array) {}

	add(label: Label): void {
		const bucket = (this.buckets[label.text.charCodeAt(0) % BUCKETS] ??= []);
		if (bucket.length === MOST) bucket.shift();
		bucket.push(label);
	}

	/** The label that stands at `at`, with a space after it. */
	find(at: number): Label | undefined {
		const bucket = this.buckets[this.units[at] % BUCKETS];
		if (bucket === undefined) return undefined;
		for (let i = 0; i < bucket.length; i++) {
			if (this.standsAt(at, bucket[i].text)) return bucket[i];
		}
		return undefined;
	}

	private standsAt(at: number, label: string): boolean {
		const { units } = this;
		for (let i = 0; i < label.length; i++) {
			if (label.charCodeAt(i) !== units[at + i]) return false;
		}
		return KIND[units[at + label.length]] === Kind.Space;
	}
}
