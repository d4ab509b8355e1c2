import { redact } from '../../lib/redaction';
import { BY_STRANGERS, HELD_OUT, TUNED, isHidden, isUntouched, type Case } from './corpus';

interface Score {
	secrets: number;
	hidden: number;
	kept: number;
	untouched: number;
	failures: string[];
}

function score(cases: readonly Case[]): Score {
	const total: Score = { secrets: 0, hidden: 0, kept: 0, untouched: 0, failures: [] };
	for (const one of cases) {
		const { findings } = redact(one.text);
		for (const piece of one.marked) {
			const shown = `${one.id}: ${one.text.slice(piece.start, piece.end)}`;
			if (piece.kind === 'secret') {
				total.secrets++;
				if (isHidden(one, piece, findings)) total.hidden++;
				else total.failures.push(`still there: ${shown}`);
			} else {
				total.kept++;
				if (isUntouched(piece, findings)) total.untouched++;
				else total.failures.push(`touched: ${shown}`);
			}
		}
	}
	return total;
}

describe('the corpus', () => {
	it('has at least 1,500 cases, a third of them held out, in six languages', () => {
		expect(TUNED.length + HELD_OUT.length).toBeGreaterThanOrEqual(1500);
		expect(HELD_OUT.length * 3).toBeGreaterThanOrEqual(TUNED.length + HELD_OUT.length);
		expect(new Set(HELD_OUT.map((one) => one.tongue)).size).toBe(6);
	});

	it.each([
		['tuned', TUNED],
		['held-out', HELD_OUT],
	])('is redacted: %s part, 99 % hidden and 99 %% untouched', (_, cases) => {
		const { secrets, hidden, kept, untouched, failures } = score(cases);
		expect({
			hidden: hidden / secrets >= 0.99,
			untouched: untouched / kept >= 0.99,
			failures: hidden / secrets >= 0.99 && untouched / kept >= 0.99 ? [] : failures,
		}).toEqual({ hidden: true, untouched: true, failures: [] });
	});

	it('is redacted: what strangers wrote, 99 % hidden and 99.5 % untouched', () => {
		const { secrets, hidden, kept, untouched } = score(BY_STRANGERS);
		expect(BY_STRANGERS.length).toBeGreaterThan(8000);
		expect(hidden / secrets).toBeGreaterThanOrEqual(0.99);
		expect(untouched / kept).toBeGreaterThanOrEqual(0.995);
	});

	it('gives findings in order, and is left alone when it is redacted a second time', () => {
		for (const { id, text } of [...TUNED, ...HELD_OUT, ...BY_STRANGERS]) {
			const once = redact(text);
			const edges = once.findings.flatMap(({ start, end }) => [start, end]);
			expect({ id, edges }).toEqual({ id, edges: [...new Set(edges)].sort((a, b) => a - b) });
			expect({ id, findings: redact(once.text).findings }).toEqual({ id, findings: [] });
		}
	});
});
