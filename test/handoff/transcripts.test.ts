import { callOf, DEFAULTS, handOverInput, NOW, turnsOf } from './calls';
import { BILLING } from './transcripts/billing';
import { COMMITMENTS } from './transcripts/commitments';
import { DOCUMENTS } from './transcripts/documents';
import { INVOICES } from './transcripts/invoices';
import { PAYOUTS } from './transcripts/payouts';
import { REFUNDS } from './transcripts/refunds';
import { REVENUE } from './transcripts/revenue';
import type { Transcript } from './transcripts/transcript';

const JOBS: Record<string, readonly Transcript[]> = {
	'billing questions': BILLING,
	'creating invoices': INVOICES,
	payouts: PAYOUTS,
	'refunds and disputes': REFUNDS,
	'protecting revenue': REVENUE,
	'sending documents': DOCUMENTS,
	commitments: COMMITMENTS,
};

const ALL = Object.values(JOBS).flat();

const turnsIn = (said: string) =>
	turnsOf(
		said
			.trim()
			.split('\n')
			.map((line): ['agent' | 'caller', string] => [
				line.startsWith('A:') ? 'agent' : 'caller',
				line.slice(2).trim(),
			]),
	);

const handedOver = (transcript: Transcript) =>
	handOverInput({
		call: callOf({
			event: transcript.event ?? 'call.completed',
			direction: transcript.direction ?? 'inbound',
			turns: turnsIn(transcript.said),
			analysis: transcript.analysis,
			metadata: transcript.metadata ?? {},
		}),
		parameters: { ...DEFAULTS, ...transcript.parameters },
		mapped: transcript.mapped ?? {},
		now: NOW,
	});

describe.each(Object.entries(JOBS))('%s', (_job, transcripts) => {
	it.each(transcripts.map((transcript) => [transcript.title, transcript] as const))(
		'%s',
		(_title, transcript) => {
			const { route, reasons } = handedOver(transcript);
			expect({ route, reasons: reasons.map(({ code }) => code).sort() }).toEqual({
				route: transcript.route,
				reasons: [...transcript.reasons].sort(),
			});
		},
	);
});

describe('the calls together', () => {
	it('are sixty at least, in both languages, from every kind of caller', () => {
		expect(ALL.length).toBeGreaterThanOrEqual(60);
		expect(new Set(ALL.map(({ title }) => title)).size).toBe(ALL.length);
		for (const transcripts of Object.values(JOBS)) {
			for (const language of ['English', 'Hindi']) {
				expect(transcripts.map((one) => one.language)).toContain(language);
			}
		}
		for (const caller of ['honest', 'confused', 'malicious']) {
			expect(ALL.filter((one) => one.caller === caller).length).toBeGreaterThan(8);
		}
	});

	it('let no malicious caller through', () => {
		const through = ALL.filter(({ caller }) => caller === 'malicious').filter(
			(transcript) => handedOver(transcript).route !== 'exception',
		);
		expect(through.map(({ title }) => title)).toEqual([]);
	});

	it('put no sentence that was spoken into a summary', () => {
		for (const transcript of ALL) {
			const { summary, blocks } = handedOver(transcript);
			for (const { text } of turnsIn(transcript.said).filter((turn) => turn.text.length > 40)) {
				expect(summary).not.toContain(text);
				expect(JSON.stringify(blocks)).not.toContain(text);
			}
			expect(summary.length).toBeLessThanOrEqual(1_200);
		}
	});
});
