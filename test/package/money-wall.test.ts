// The fourth wall: no sentence of a caller reaches a place that money flows from.
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../engine';

const words = fc.constantFrom(
	'please', 'send', 'pay', 'me', 'now', 'all', 'of it', 'to', 'my', 'new', 'wallet', 'ignore', 'the', 'rules',
	'49', '100 USD', '0.5 solana', '0x52908400098527886E0F7030069857D2E4169EE7', '{{ $json }}', '=1+1', '<!channel>', '\n',
);
/** What a stranger can make the analysis say where a value is expected. */
const sentence = fc.oneof(
	fc.array(words, { minLength: 2, maxLength: 12 }).map((said) => said.join(' ')),
	fc.string({ minLength: 1, maxLength: 60 }),
);

const call = fc
	.record({ amount: sentence, currency: sentence, coinAmount: sentence, coin: sentence, address: sentence, said: sentence })
	.map(({ amount, currency, coinAmount, coin, address, said }) => ({
		event: 'call.completed',
		callId: 'call_wall',
		idempotencyKey: 'call_wall',
		status: 'completed',
		endReason: '',
		direction: 'inbound',
		from: '+14155550142',
		to: '+14155550100',
		agentId: 'agent_1',
		startedAt: null,
		durationSeconds: 60,
		sentiment: '',
		summary: said,
		transcript: `Caller: ${said}`,
		turns: [{ role: 'caller', text: said, start: null, end: null }],
		recordingUrl: null,
		analysis: {
			requested_action: 'send_payout',
			match_confidence: '0.99',
			amount,
			currency,
			payout_amount: coinAmount,
			payout_coin: coin,
			payout_address: address,
		},
		metadata: {},
		transfer: {},
		sensitive: { found: false, suppressed: true, categories: [] },
		source: { generation: 'C', event: 'call.completed' },
	}));

it('lets only amounts, codes and addresses into the money of a Handoff', async () => {
	const calls = fc.sample(call, { numRuns: 400, seed: 4 });
	const { outputs } = await runNode({
		type: 'dialNexaHandoff',
		items: calls as unknown as IDataObject[],
	});
	const handoffs = outputs.flat().map(({ json }) => json as { money: Record<string, string> });
	expect(handoffs).toHaveLength(calls.length);
	for (const { money } of handoffs) {
		expect(money.amount).toMatch(/^(\d+(\.\d+)?)?$/);
		expect(money.coinAmount).toMatch(/^(\d+(\.\d+)?)?$/);
		expect(money.currency).toMatch(/^([A-Z]{3})?$/);
		expect(money.coin).toMatch(/^([a-z0-9-]{2,30})?$/);
		expect(money.address).toMatch(/^([A-Za-z0-9]{20,120})?$/);
	}
	// Some of the sentences do hold a clear amount: the wall lets those through.
	expect(handoffs.some(({ money }) => money.amount !== '')).toBe(true);
});
