import { EVIDENCE, HIGHEST_REPORT } from '../../nodes/DialNexaHandoff/match';
import { handOverInput, plainInput, type Input } from './calls';

const record = {
	id: '501',
	type: 'contact',
	url: 'https://crm.example.com/contacts/501',
	properties: {
		name: 'Maria Lopez',
		email: 'Maria.Lopez@example.com',
		phone: '(415) 555-0142',
		account_id: 'acc 2041',
		orders: ['ORD-7781'],
	},
};

const match = (change: (input: Input) => void) => {
	const input = plainInput('create_invoice');
	input.call.analysis.order = 'ORD-7781';
	change(input);
	return handOverInput(input);
};

const confidence = (change: (input: Input) => void) => match(change).match.confidence ?? -1;

const without = (...kinds: Array<keyof typeof record.properties>) => ({
	...record,
	properties: Object.fromEntries(
		Object.entries(record.properties).filter(
			([key]) => !kinds.includes(key as keyof typeof record.properties),
		),
	),
});

describe('who is calling', () => {
	it('takes the agent at its word only up to a point', () => {
		expect(match(({ call }) => (call.analysis.match_confidence = '1')).match).toEqual({
			confidence: HIGHEST_REPORT,
			basis: ['agent_reported'],
		});
	});

	it('counts a missing confidence as none', () => {
		const { match: found, route } = match(({ call }) => (call.analysis.match_confidence = 'high'));
		expect(found.confidence).toBeNull();
		expect(route).toBe('exception');
	});

	it('lists what speaks for the record, whatever shape its node gives it', () => {
		const found = match(({ mapped }) => (mapped.records = [record]));
		expect(found.match.basis).toEqual([
			'agent_reported',
			'account',
			'reference',
			'email',
			'name',
			'caller_id',
		]);
		expect(found.match.confidence).toBeGreaterThan(0.99);
		expect(found.destination).toMatchObject({ id: 'ORD-7781' });
	});

	it('needs no report when a record agrees in more than one way', () => {
		const found = match(({ call, mapped }) => {
			call.analysis.match_confidence = '';
			mapped.records = JSON.stringify([without('phone')]);
		});
		expect(found).toMatchObject({ route: 'ready', match: { confidence: expect.any(Number) } });
	});

	it('falls with everything that differs', () => {
		const agreeing = confidence(({ call, mapped }) => {
			call.analysis.match_confidence = '';
			mapped.records = [record];
		});
		for (const wrong of [
			{ name: 'John Smith' },
			{ email: 'other@example.com' },
			{ account_id: 'ACC-9' },
			{ orders: ['ORD-1'] },
			{ phone: '+14155550199' },
		]) {
			const properties = { ...record.properties, ...wrong };
			const differing = confidence(({ call, mapped }) => {
				call.analysis.match_confidence = '';
				mapped.records = [{ ...record, properties }];
			});
			expect(differing).toBeLessThan(agreeing);
		}
	});

	it('does not let the report outweigh a record of somebody else', () => {
		const properties = { name: 'John Smith', email: 'john@example.com', account_id: 'ACC-9' };
		const { match: found, route } = match(
			({ mapped }) => (mapped.records = [{ ...record, properties }]),
		);
		expect(found.confidence).toBeLessThan(0.05);
		expect(found.basis).toEqual(
			expect.arrayContaining(['account_differs', 'email_differs', 'name_differs']),
		);
		expect(route).toBe('exception');
	});

	it('gives two records that fit alike at most half each, and takes neither', () => {
		const found = match(({ mapped, call }) => {
			mapped.records = [record, { ...record, id: '502' }];
			call.analysis.destination_id = '';
			call.analysis.record_url = '';
		});
		expect(found.match.confidence).toBeLessThanOrEqual(0.5);
		expect(found.match.basis).toContain('several_records');
		expect(found.reasons.map(({ code }) => code)).toContain('ambiguous_match');
		expect(found.destination.id).not.toBe('501');
	});

	it('tells the right one of two by what differs', () => {
		const other = {
			id: '502',
			properties: { ...record.properties, email: 'x@example.com', account_id: 'ACC-1' },
		};
		const found = match(({ mapped }) => (mapped.records = [other, record]));
		expect(found.route).toBe('ready');
		expect(found.match.confidence).toBeGreaterThan(0.9);
	});

	it('falls when the look-up found nobody', () => {
		const { match: found, route } = match(({ mapped }) => (mapped.records = []));
		expect(found).toEqual({ confidence: 0.3, basis: ['agent_reported', 'no_record_found'] });
		expect(route).toBe('exception');
	});

	it('never takes the number shown for an identity, even where little is asked for', () => {
		const found = match(({ call, mapped, parameters }) => {
			call.analysis.match_confidence = '';
			mapped.records = [{ phone: '+14155550142' }];
			parameters.minimumMatchConfidence = 0;
		});
		expect(found.reasons.map(({ code }) => code)).toContain('caller_id_only');
		expect(EVIDENCE.caller_id.agrees).toBeLessThan(EVIDENCE.dialled_number.agrees);
	});

	it('trusts the number more when it was dialled', () => {
		const inbound = confidence(({ mapped }) => (mapped.records = [record]));
		const outbound = confidence(({ call, mapped }) => {
			Object.assign(call, { direction: 'outbound', from: call.to, to: call.from });
			mapped.records = [record];
		});
		expect(outbound).toBeGreaterThanOrEqual(inbound);
	});

	it('takes owner, tier and record of the match where the call says nothing', () => {
		const found = match(({ call, mapped }) => {
			for (const name of [
				'finance_owner',
				'destination_id',
				'destination_type',
				'record_url',
				'order',
			]) {
				delete call.analysis[name];
			}
			mapped.records = [{ ...record, owner: 'Ana Silva', tier: 'gold' }];
		});
		expect(found.owner).toBe('Ana Silva');
		expect(found.destination).toEqual({ type: 'contact', id: '501', recordUrl: record.url });
		expect(found.reasons.map(({ code }) => code)).toEqual(['high_value_customer']);
	});

	/**
	 * Calibration against a world that the weights were not fitted to: strangers know each detail of a customer with the
	 * odds below, customers give each with the odds below, and half of the callers are strangers.
	 */
	it('is careful: of the matches it calls sure, nearly all are right', () => {
		let seed = 7;
		const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
		const knows = {
			name: [0.97, 0.3],
			email: [0.9, 0.12],
			account: [0.8, 0.04],
			order: [0.7, 0.05],
		};
		const sure = { right: 0, wrong: 0 };
		for (let caller = 0; caller < 600; caller++) {
			const genuine = chance() < 0.5;
			const given = (odds: number[]) => chance() < odds[genuine ? 0 : 1];
			const found = confidence(({ call, mapped }) => {
				Object.assign(call.analysis, {
					match_confidence: '',
					customer_name: given(knows.name) ? 'Maria Lopez' : 'Ana Silva',
					email: given(knows.email) ? 'maria.lopez@example.com' : 'ana@example.com',
					account: given(knows.account) ? 'ACC-2041' : '',
					order: given(knows.order) ? 'ORD-7781' : '',
				});
				mapped.records = [without('phone')];
			});
			if (found >= 0.85) sure[genuine ? 'right' : 'wrong']++;
		}
		expect(sure.right).toBeGreaterThan(150);
		expect(sure.right / (sure.right + sure.wrong)).toBeGreaterThan(0.98);
	});
});
