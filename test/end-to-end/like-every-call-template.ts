// What every template that begins with a call does alike: it leaves, takes, and claims calls in the same way.
import { randomUUID } from 'node:crypto';
import { until, type SandboxState, type World } from './world';

/** What the services hold, but for the rows of the sheet and for what DialNexa itself has delivered. */
const held = ({ poof, slack, gmail, drive, hubspot, zendesk, dialnexa }: SandboxState) => ({
	...{ poof, slack, gmail, drive, hubspot, zendesk },
	calls: dialnexa.calls,
});

const NOT_CLAIMED = {
	Ended: 'not claimed',
	Detail: expect.stringMatching(/^The ledger could not say whether .* before/) as string,
};

const GIVES_BACK_WHAT_IT_IS_ASKED = {
	nodes: [
		{
			...{ name: 'Asked', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.2 },
			...{ id: randomUUID(), position: [0, 0], parameters: { inputSource: 'passthrough' } },
		},
	],
	connections: {},
};

/** `sample` and `analysis` make a call that the template would act on. */
export function likeEveryCallTemplate(
	world: () => World,
	template: string,
	sample: string,
	analysis: Record<string, string>,
) {
	const rowsOf = async (callId: string) => ({
		Exceptions: await world().rowsOf(callId, 'Exceptions'),
		Log: await world().rowsOf(callId, 'Log'),
	});

	it('works on a call whose caller gives secrets away, once a person agrees', async () => {
		const callId = await world().sendSecretsAndFinish(sample, analysis);
		expect(await rowsOf(callId)).toEqual({ Exceptions: [], Log: [expect.anything()] });
	});

	it('leaves a call that is for another workflow to it', async () => {
		const workflowId = world().idOf(template);
		await world().changeSettings(workflowId, { otherCalls: 'leave' });
		const before = held(await world().state());
		const callId = await world().sendLikeAndFinish('ready', { requested_action: 'tax_question' });
		await world().changeSettings(workflowId, { otherCalls: 'exception' });
		expect(held(await world().state())).toEqual(before);
		expect(await rowsOf(callId)).toEqual({ Exceptions: [], Log: [] });
		expect(await world().claimsOf(callId)).toEqual([]);
	});

	it('takes a call that was not delivered and that “Catch up missed calls” has found', async () => {
		const { callId, deliveries } = await world().send({ sample: 'unclear', times: 0 });
		expect(deliveries).toEqual([]);
		await world().catchUp(template);
		const rows = await until('row in the exception queue', async () => {
			const found = await world().rowsOf(callId, 'Exceptions');
			return found.length > 0 && found;
		});
		expect(rows).toEqual([expect.objectContaining({ Ended: 'exception' })]);
		expect(await world().claimsOf(callId)).toHaveLength(1);
	});

	it('does nothing about a call that another execution has', async () => {
		const owned = { key: `call_${randomUUID()}`, state: 'owned', execution: '1' };
		await world().addClaim(owned);
		const before = held(await world().state());
		await world().sendLikeAndFinish(sample, analysis, { call_id: owned.key });
		expect(held(await world().state())).toEqual(before);
		expect(await rowsOf(owned.key)).toEqual({ Exceptions: [], Log: [] });
		expect(await world().claimsOf(owned.key)).toEqual([
			expect.objectContaining({ ...owned, outcome: null }),
		]);
	});

	async function endsAsNotClaimed(call = {}) {
		const before = held(await world().state());
		const callId = await world().sendLikeAndFinish(sample, analysis, call);
		expect(await rowsOf(callId)).toEqual({
			Exceptions: [expect.objectContaining(NOT_CLAIMED)],
			Log: [],
		});
		expect(held(await world().state())).toEqual(before);
		return callId;
	}

	it('does nothing but tell a person when the ledger cannot be written', async () => {
		// Another execution has it and waits for a person: what becomes of it is not for this one to record.
		const owned = { key: `call_${randomUUID()}`, state: 'owned', execution: '1' };
		await world().addClaim(owned);
		await world().withUnusableLedger(async () => await endsAsNotClaimed({ call_id: owned.key }));
		expect(await world().claimsOf(owned.key)).toEqual([
			expect.objectContaining({ ...owned, outcome: null }),
		]);
	});

	it('tells Slack when neither the ledger nor the sheet can be written', async () => {
		const { messages } = (await world().state()).slack;
		const callId = await world().withUnusableLedger(async () => {
			await world().breakDown('sheets', 'status_503');
			return await world().sendLikeAndFinish(sample, analysis);
		});
		expect(await rowsOf(callId)).toEqual({ Exceptions: [], Log: [] });
		expect((await world().state()).slack.messages.slice(messages.length)).toEqual([
			expect.objectContaining({
				channel: 'C0FINANCE01',
				text: expect.stringMatching(
					new RegExp(`^The sheet could not be written\\. not claimed: [^]*${callId}`),
				) as string,
			}),
		]);
	});

	it('does nothing but tell a person when what it asks is no ledger', async () => {
		const ask = async (workflowJson: unknown) => {
			let usual: unknown;
			await world().edit(world().idOf(template), (parametersOf) => {
				usual = parametersOf('Claim the Call').workflowJson;
				parametersOf('Claim the Call').workflowJson = workflowJson;
			});
			return usual;
		};
		const usual = await ask(JSON.stringify(GIVES_BACK_WHAT_IT_IS_ASKED));
		const callId = await endsAsNotClaimed();
		await ask(usual);
		expect(await world().claimsOf(callId)).toEqual([]);
	});

	it('does nothing but tell a person when it does not find its own row in the ledger', async () => {
		const renamed = "UPDATE ledger SET key = 'another' WHERE id = NEW.id";
		const callId = await world().withCompanyInLedger(renamed, async () => await endsAsNotClaimed());
		expect(await world().claimsOf(callId)).toEqual([]);
	});
}
