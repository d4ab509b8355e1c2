import type { ObjectType } from './portal.mts';
import { checkedProperties, type CrmRecord, invalid, modifiedName, notFound } from './records.mts';

/** A note, task, call, email or meeting, as the engagements API has it. */
export interface Engagement {
	id: number;
	type: 'NOTE' | 'TASK' | 'CALL' | 'EMAIL' | 'MEETING';
	ownerId: number | null;
	timestamp: number;
	createdAt: number;
	metadata: Record<string, unknown>;
	associations: Record<
		'contactIds' | 'companyIds' | 'dealIds' | 'ticketIds' | 'ownerIds',
		number[]
	>;
}

const DAY = 24 * 60 * 60 * 1000;
const FINANCE_LEAD = '51001';
const ACCOUNT_OWNER = '51002';

/** Everything that the account holds. */
export class HubSpotAccount {
	readonly records: Record<ObjectType, CrmRecord[]> = {
		contacts: [],
		companies: [],
		deals: [],
		tickets: [],
	};
	readonly engagements: Engagement[] = [];
	private latestId = 20100;

	/** The customers of the sample calls with their companies and renewals: see the table in the README. */
	constructor() {
		const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
		const renewal = { pipeline: 'default', dealtype: 'existingbusiness' };
		this.customer('Maria Lopez', 'ACC-2041', '+14155550142', 'Lopez Design', FINANCE_LEAD, {
			...renewal,
			dealname: 'Lopez Design: Team plan renewal REN-204',
			amount: '79.00',
			closedate: inDays(-2),
			dealstage: 'contractsent',
		});
		this.customer('Daniel Osei', 'ACC-1187', '+14155550177', 'Harbor Logistics', ACCOUNT_OWNER, {
			...renewal,
			dealname: 'Harbor Logistics: annual renewal REN-118',
			amount: '4800.00',
			closedate: inDays(23),
			dealstage: 'contractsent',
		});
		this.customer('Tomas Berg', 'ACC-1530', '+14155550188', 'Berg Analytics', ACCOUNT_OWNER);
		this.customer('Jonas Weber', 'ACC-1725', '+14155550121', 'Weber Training', FINANCE_LEAD);
		const vip = this.customer(
			'Amara Okafor',
			'ACC-3001',
			'+14155550150',
			'Lumen Hotels',
			FINANCE_LEAD,
			{
				...renewal,
				dealname: 'Lumen Hotels: Enterprise plan renewal REN-301',
				amount: '18000.00',
				closedate: inDays(5),
				dealstage: 'contractsent',
			},
		);
		vip.properties['vip'] = 'true';
		this.customer('Priya Nair', 'PAR-3302', '+14155550163', 'Nair Partners', ACCOUNT_OWNER);
	}

	private customer(
		name: string,
		account_number: string,
		phone: string,
		company: string,
		hubspot_owner_id: string,
		renewal?: Record<string, string>,
	): CrmRecord {
		const [firstname = '', lastname = ''] = name.split(' ');
		const common = { hubspot_owner_id, account_number, lifecyclestage: 'customer' };
		const domain = `${company.toLowerCase().replace(' ', '-')}.example.com`;
		const contact = this.add('contacts', {
			...{ firstname, lastname, phone, company, vip: 'false', ...common },
			email: `${firstname}.${lastname}@example.com`,
		});
		const employer = this.add('companies', { name: company, domain, ...common });
		this.associate(contact, employer);
		contact.properties['associatedcompanyid'] = String(employer.id);
		if (renewal) {
			const deal = this.add('deals', { ...renewal, hubspot_owner_id });
			this.associate(contact, deal);
			this.associate(employer, deal);
		}
		return contact;
	}

	nextId(): number {
		this.latestId += 1;
		return this.latestId;
	}

	find(type: ObjectType, id: number): CrmRecord | undefined {
		return this.records[type].find((record) => record.id === id);
	}

	/** @throws HubSpotRefusal when there is none. */
	get(type: ObjectType, id: string): CrmRecord {
		const found = this.find(type, Number(id));
		if (!found) throw notFound();
		return found;
	}

	/** Whether HubSpot looks linked records up is not documented: here, one that is not there is refused. */
	linked(type: ObjectType, wanted: number[]): CrmRecord[] {
		return wanted.map((id) => {
			const found = this.find(type, id);
			if (!found) throw invalid(`Invalid object id: ${id} of ${type}`);
			return found;
		});
	}

	/** @throws HubSpotRefusal when a property does not exist or does not take its value. */
	add(type: ObjectType, given: Record<string, unknown>): CrmRecord {
		const kept = checkedProperties(type, given);
		const id = this.nextId();
		const now = new Date().toISOString();
		const record: CrmRecord = {
			id,
			type,
			properties: {
				createdate: now,
				...kept,
				[modifiedName(type)]: now,
				hs_object_id: String(id),
			},
			associations: { contacts: [], companies: [], deals: [], tickets: [] },
			createdAt: now,
			updatedAt: now,
		};
		this.records[type].push(record);
		return record;
	}

	change(record: CrmRecord, given: Record<string, unknown>) {
		Object.assign(record.properties, checkedProperties(record.type, given));
		record.updatedAt = new Date().toISOString();
		record.properties[modifiedName(record.type)] = record.updatedAt;
	}

	remove(record: CrmRecord) {
		this.records[record.type] = this.records[record.type].filter((held) => held !== record);
	}

	associate(one: CrmRecord, other: CrmRecord) {
		for (const [from, to] of [
			[one, other],
			[other, one],
		] as const) {
			const ids = from.associations[to.type];
			if (!ids.includes(to.id)) ids.push(to.id);
		}
	}
}
