/** The account of the stand-in: its people, and what its records are made of. */
export const PORTAL_ID = 24680135;

export type ObjectType = 'contacts' | 'companies' | 'deals' | 'tickets';

/** HubSpot's number for each type, as it stands in the address of a record. */
export const TYPE_IDS: Record<ObjectType, string> = {
	contacts: '0-1',
	companies: '0-2',
	deals: '0-3',
	tickets: '0-5',
};

const LONG_AGO = '2025-01-15T09:00:00.000Z';

export const OWNERS = [
	['51001', 'Finance', 'Lead', 'finance.lead@example.com'],
	['51002', 'Account', 'Owner', 'account.owner@example.com'],
].map(([id = '', firstName, lastName, email], index) => ({
	id,
	email,
	type: 'PERSON',
	firstName,
	lastName,
	userId: 61001 + index,
	userIdIncludingInactive: 61001 + index,
	createdAt: LONG_AGO,
	updatedAt: LONG_AGO,
	archived: false,
}));

interface Pipeline {
	id: string;
	label: string;
	/** The ID, label and metadata of each stage, in order. */
	stages: Array<[id: string, label: string, metadata: Record<string, string>]>;
}

export const PIPELINES: Record<'deals' | 'tickets', Pipeline> = {
	deals: {
		id: 'default',
		label: 'Sales Pipeline',
		stages: [
			['appointmentscheduled', 'Appointment Scheduled', { isClosed: 'false', probability: '0.2' }],
			['contractsent', 'Contract Sent', { isClosed: 'false', probability: '0.9' }],
			['closedwon', 'Closed Won', { isClosed: 'true', probability: '1.0' }],
			['closedlost', 'Closed Lost', { isClosed: 'true', probability: '0.0' }],
		],
	},
	tickets: {
		id: '0',
		label: 'Support Pipeline',
		stages: [
			['1', 'New', { isClosed: 'false', ticketState: 'OPEN' }],
			['2', 'Waiting on contact', { isClosed: 'false', ticketState: 'OPEN' }],
			['3', 'Waiting on us', { isClosed: 'false', ticketState: 'OPEN' }],
			['4', 'Closed', { isClosed: 'true', ticketState: 'CLOSED' }],
		],
	},
};

export interface Property {
	name: string;
	label: string;
	type: 'string' | 'number' | 'datetime' | 'enumeration' | 'phone_number';
	/** Empty when the options are not listed: any value is taken. */
	options: string[];
	readOnly: boolean;
}

/** Each property as `name`, `name:type` or `name=option|option`; `!` marks those that HubSpot itself writes. */
function properties(written: string): Property[] {
	return written
		.trim()
		.split(/\s+/)
		.map((word) => {
			const [, mark, name = '', type, options] =
				/^(!?)(\w+)(?::(\w+))?(?:=(.*))?$/.exec(word) ?? [];
			const label = name.replace(/^hs_/, '').replaceAll('_', ' ');
			return {
				name,
				label: label.charAt(0).toUpperCase() + label.slice(1),
				type: options ? 'enumeration' : ((type ?? 'string') as Property['type']),
				options: options?.split('|') ?? [],
				readOnly: mark === '!',
			};
		});
}

const stagesOf = (type: keyof typeof PIPELINES) =>
	PIPELINES[type].stages.map(([id]) => id).join('|');

/** HubSpot's own properties, as far as records here have them, and two of a user's making: `account_number`, `vip`. */
export const PROPERTIES: Record<ObjectType, Property[]> = {
	contacts: properties(`
		email firstname lastname phone:phone_number mobilephone:phone_number company jobtitle website
		address city state zip country industry message salutation hs_language hs_timezone
		lifecyclestage=subscriber|lead|opportunity|customer|evangelist|other
		hs_lead_status=NEW|OPEN|IN_PROGRESS|CONNECTED hubspot_owner_id:enumeration
		account_number vip=true|false associatedcompanyid:number
		!createdate:datetime !lastmodifieddate:datetime !hs_object_id:number`),
	companies: properties(`
		name domain phone:phone_number website address city state zip country industry description
		numberofemployees:number annualrevenue:number hubspot_owner_id:enumeration account_number
		lifecyclestage=subscriber|lead|opportunity|customer|evangelist|other
		!createdate:datetime !hs_lastmodifieddate:datetime !hs_object_id:number`),
	deals: properties(`
		dealname amount:number closedate:datetime pipeline=default dealstage=${stagesOf('deals')}
		dealtype=newbusiness|existingbusiness description hubspot_owner_id:enumeration
		!createdate:datetime !hs_lastmodifieddate:datetime !hs_object_id:number`),
	tickets: properties(`
		subject content hs_pipeline=0 hs_pipeline_stage=${stagesOf('tickets')}
		hs_ticket_priority=LOW|MEDIUM|HIGH|URGENT
		hs_ticket_category=PRODUCT_ISSUE|BILLING_ISSUE|FEATURE_REQUEST|GENERAL_INQUIRY
		hs_resolution source_type=CHAT|EMAIL|FORM|PHONE hubspot_owner_id:enumeration
		closed_date:datetime
		createdate:datetime !hs_lastmodifieddate:datetime !hs_object_id:number`),
};

/** A property as `/crm/v3/properties` describes it. */
export function describedProperty({ name, label, type, options, readOnly }: Property) {
	const fieldTypes: Record<Property['type'], string> = {
		string: 'text',
		number: 'number',
		datetime: 'date',
		enumeration: 'select',
		phone_number: 'phonenumber',
	};
	return {
		name,
		label,
		type: type === 'phone_number' ? 'string' : type,
		fieldType: fieldTypes[type],
		description: '',
		groupName: 'information',
		options: options.map((value, displayOrder) => ({
			label: value,
			value,
			displayOrder,
			hidden: false,
		})),
		displayOrder: -1,
		calculated: false,
		externalOptions: name === 'hubspot_owner_id',
		hasUniqueValue: false,
		hidden: false,
		formField: !readOnly,
		modificationMetadata: {
			archivable: false,
			readOnlyDefinition: true,
			readOnlyOptions: true,
			readOnlyValue: readOnly,
		},
		createdAt: LONG_AGO,
		updatedAt: LONG_AGO,
		archived: false,
	};
}

export function describedPipeline({ id, label, stages }: Pipeline) {
	const times = { createdAt: LONG_AGO, updatedAt: LONG_AGO, archived: false };
	return {
		id,
		label,
		displayOrder: 0,
		stages: stages.map(([stageId, stageLabel, metadata], displayOrder) => ({
			id: stageId,
			label: stageLabel,
			displayOrder,
			metadata,
			...times,
		})),
		...times,
	};
}

/** The same of the older API, which the editor still asks. */
export function legacyPipeline({ id, label, stages }: Pipeline) {
	return {
		pipelineId: id,
		label,
		displayOrder: 0,
		active: true,
		stages: stages.map(([stageId, stageLabel, metadata], displayOrder) => ({
			stageId,
			label: stageLabel,
			displayOrder,
			metadata,
			active: true,
		})),
	};
}
