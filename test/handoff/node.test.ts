import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Action } from '../../lib/call/capture';
import { handoffSchema } from '../../nodes/DialNexaHandoff/contract';
import { runNode } from '../engine';
import { callOf, plainInput, turnsOf, WALLET } from './calls';

const recently = () => new Date(Date.now() - 600_000).toISOString();

const json = (value: object) => JSON.parse(JSON.stringify(value)) as IDataObject;

/** The plain call of an action, ten minutes ago. */
const call = (action: Action, analysis: object = {}, callId: string = action) => {
	const plain = plainInput(action).call;
	return json({
		...plain,
		callId: `call_${callId}`,
		startedAt: recently(),
		analysis: { ...plain.analysis, due_date: 'in 10 days', ...analysis },
	});
};

const run = (items: IDataObject[], parameters: INodeParameters = {}, settings = {}) =>
	runNode({ type: 'dialNexaHandoff', items, parameters, settings });

/** The codes of the reasons on an output, a list per item. */
const codes = (output: Array<{ json: IDataObject }>) =>
	output.map(({ json: handoff }) => handoffSchema.parse(handoff).reasons.map(({ code }) => code));

describe('DialNexa Handoff in n8n', () => {
	it('works with nothing set, and sends each call out by its own output', async () => {
		const { outputs, error } = await run([
			call('create_invoice'),
			call('create_invoice', { amount: '4,800 USD' }, 'large'),
			call('create_invoice', { match_confidence: '' }, 'unclear'),
			call('send_payout'),
		]);
		expect(error).toBeUndefined();
		const [ready, approval, exception] = outputs.map((output) =>
			output.map((item) => handoffSchema.parse(item.json)),
		);
		expect(ready.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
			'dialnexa:call_create_invoice:create_invoice',
		]);
		expect(ready[0].money).toMatchObject({ amount: '49.00', currency: 'USD' });
		expect(approval.map(({ evidence }) => evidence.callId)).toEqual([
			'call_large',
			'call_send_payout',
		]);
		expect(exception.map(({ reasons }) => reasons[0].code)).toEqual(['match_unknown']);
	});

	it('pairs every output item with the call it came from', async () => {
		const { outputs } = await run([
			call('create_invoice', { match_confidence: '' }, 'unclear'),
			call('create_invoice'),
		]);
		expect(outputs[0][0].pairedItem).toEqual({ item: 1 });
		expect(outputs[2][0].pairedItem).toEqual({ item: 0 });
	});

	it('makes an exception of an item that is no call', async () => {
		const { outputs, error } = await run([
			{ hello: 'world' },
			{},
			{ ...call('create_invoice'), turns: 'no list' },
		]);
		expect(error).toBeUndefined();
		expect(codes(outputs[2])).toEqual([['not_a_call'], ['not_a_call'], ['not_a_call']]);
		const keys = outputs[2].map(({ json: handoff }) => handoff.idempotencyKey);
		expect(new Set(keys).size).toBe(3);
	});

	it('treats the same call a second time in one run as a duplicate', async () => {
		const { outputs } = await run([call('create_invoice'), call('create_invoice')]);
		expect(outputs[0]).toHaveLength(1);
		expect(codes(outputs[2])).toEqual([['duplicate_call']]);
	});

	it('lets a call through that failed to be handed over earlier in the run', async () => {
		const begun = { ...call('create_invoice'), event: 'call.started', analysis: {} };
		const { outputs } = await run([begun, call('create_invoice')], { action: 'create_invoice' });
		expect(outputs.map((output) => output.length)).toEqual([1, 0, 1]);
	});

	it('reads a call that a workflow has left only in part, and no less', async () => {
		const { callId, event, analysis, startedAt } = call('create_invoice');
		const { outputs } = await run([
			{ callId, event, analysis, startedAt },
			{ callId, event },
			{ callId, analysis },
			{ event, analysis },
		]);
		// Without its words a person decides.
		expect(outputs.map((output) => output.length)).toEqual([0, 1, 3]);
		expect(codes(outputs[2])).toEqual([['not_a_call'], ['not_a_call'], ['not_a_call']]);
	});

	it('sends actions that are not handled here to Exception', async () => {
		const { outputs } = await run([call('refund')], { allowedActions: ['create_invoice'] });
		expect(codes(outputs[2])).toEqual([['action_not_handled']]);
	});

	it('takes fields, evidence and options from expressions of the item', async () => {
		const { outputs } = await run(
			[
				json({
					...call('create_invoice', { amount: '', currency: '' }),
					metadata: {
						total: '81.5',
						records: [{ name: 'Maria Lopez', email: 'maria.lopez@example.com' }],
					},
				}),
			],
			{
				fields: { amount: '={{ $json.metadata.total }}', currency: 'USD' },
				evidence: { records: '={{ $json.metadata.records }}' },
				options: { defaultOwner: 'Treasury' },
			},
		);
		const handoff = handoffSchema.parse(outputs[0][0].json);
		expect(handoff.money.amount).toBe('81.50');
		expect(handoff.match.basis).toEqual(['agent_reported', 'email', 'name']);
	});

	it('redacts what reached it unredacted, and gives out no transcript', async () => {
		const { outputs } = await run([
			json({
				...callOf({
					turns: turnsOf([['caller', 'My card is 4242 4242 4242 4242.']]),
					summary: 'Paid with 4242 4242 4242 4242.',
					analysis: {
						...plainInput('create_invoice').call.analysis,
						promised_next_step: 'Charge 4242 4242 4242 4242',
					},
				}),
				startedAt: recently(),
			}),
		]);
		const [handoff] = outputs[0].map((item) => handoffSchema.parse(item.json));
		expect(JSON.stringify(outputs)).not.toContain('4242 4242');
		expect(handoff).not.toHaveProperty('turns');
		expect(handoff).not.toHaveProperty('transcript');
		expect(handoff.suppression).toEqual({ flag: true, categories: ['card'] });
		expect(handoff.nextStep).toBe('Charge [card removed]');
	});

	it.each([
		[{ approvalThreshold: 'lots' }, '"Approval Threshold" has to be an amount'],
		[{ minimumMatchConfidence: '={{ "" }}' }, '"Minimum Match Confidence" has to be a number'],
		[{ options: { summaryLength: 5 } }, '"Summary Length" has to be a number from 200 to 2000'],
		[{ options: { maximumCallAgeHours: 0 } }, '"Maximum Call Age" has to be a number of hours'],
		[{ minimumMatchConfidence: 85 }, '"Minimum Match Confidence" has to be a number from 0 to 1'],
		[{ approvalCurrency: 'gold' }, '"Currency of Limits" has to be a currency code'],
		[{ options: { hardMaximum: '-1' } }, '"Hard Maximum" has to be an amount'],
		[{ evidence: { records: 'nobody' } }, '"Customer Records" has to be a list of records'],
	])('names the parameter and the item for %j', async (parameters, message) => {
		const { error } = await run([call('create_invoice')], parameters);
		expect(error?.message).toContain(message);
		expect(error?.message).toContain('[item 0]');
		expect(error?.context?.itemIndex).toBe(0);
	});

	it('goes on with an exception item when it is told to continue', async () => {
		const { outputs, error } = await run(
			[call('create_invoice'), call('refund')],
			{ approvalThreshold: '={{ $itemIndex === 0 ? "lots" : "500" }}' },
			{ onError: 'continueRegularOutput' },
		);
		expect(error).toBeUndefined();
		expect(outputs[2].map(({ json: item }) => item.error)).toEqual([
			expect.stringContaining('Approval Threshold'),
		]);
		expect(outputs[0]).toHaveLength(1);
	});

	it('never lets a payout through as ready, however loose the settings', async () => {
		const { outputs } = await run([call('send_payout', { match_confidence: '1' })], {
			minimumMatchConfidence: 0,
			approvalThreshold: '999999999',
			evidence: { payoutWorth: '0.01' },
			options: {
				hardMaximum: '999999999',
				twoPersonThreshold: '999999999',
				payoutAddresses: WALLET,
			},
		});
		expect(outputs[0]).toEqual([]);
		const handoff = handoffSchema.parse(outputs[1][0].json);
		expect(handoff.approval).toMatchObject({ required: true, people: 1 });
	});
});
