/** A small seeded generator (mulberry32), so that the corpus is the same on every machine. */
export class Random {
	constructor(private state: number) {}

	/** A number from 0 to below `limit`. */
	below(limit: number): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
	}

	pick<T>(list: readonly T[]): T {
		return list[this.below(list.length)];
	}

	digits(count: number): string {
		let digits = '';
		for (let i = 0; i < count; i++) digits += this.below(10);
		return digits;
	}

	letters(count: number, from = 'ABCDEFGHJKLMNPQRSTUVWXYZ'): string {
		let letters = '';
		for (let i = 0; i < count; i++) letters += from[this.below(from.length)];
		return letters;
	}
}
