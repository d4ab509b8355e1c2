/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- tests run in Node, not in n8n */
// What the stand-ins for Stripe and Google answer, held against the types that are generated from the descriptions which these
// services publish: they are newer than the documents in `published`. The compiler says which field is missing, unknown or of
// another kind.
import { join } from 'node:path';
import ts from 'typescript';
import { RunningSandbox } from './running-sandbox';

const SANDBOX = join(__dirname, '..', '..', 'sandbox');
/** It lies in the sandbox only for the compiler, so that the types there are found. */
const VIRTUAL = join(SANDBOX, 'answers.ts');

jest.setTimeout(120_000);

let sandbox: RunningSandbox;
beforeAll(async () => {
	sandbox = await RunningSandbox.start();
});
afterAll(async () => await sandbox?.stop());

/** What the compiler says of these answers, each declared as its published type. */
function complaints(answers: Array<[type: string, answer: unknown]>): string[] {
	const source = [
		"import type Stripe from 'stripe';",
		'/// <reference types="@maxim_mazurok/gapi.client.gmail-v1" />',
		...answers.map(
			([type, answer], index) => `export const a${index}: ${type} = ${JSON.stringify(answer)};`,
		),
	].join('\n');
	const options: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		skipLibCheck: true,
		target: ts.ScriptTarget.ES2022,
		module: ts.ModuleKind.NodeNext,
		moduleResolution: ts.ModuleResolutionKind.NodeNext,
		types: [
			'@maxim_mazurok/gapi.client.gmail-v1',
			'@maxim_mazurok/gapi.client.drive-v3',
			'@maxim_mazurok/gapi.client.sheets-v4',
		],
		typeRoots: [join(SANDBOX, 'node_modules')],
	};
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists, readFile } = host;
	host.getCurrentDirectory = () => SANDBOX;
	host.fileExists = (file) => file === VIRTUAL || fileExists(file);
	host.readFile = (file) => (file === VIRTUAL ? source : readFile(file));
	host.getSourceFile = (file, language, ...rest) =>
		file === VIRTUAL
			? ts.createSourceFile(file, source, language)
			: getSourceFile(file, language, ...rest);
	const program = ts.createProgram([VIRTUAL], options, host);
	return ts
		.getPreEmitDiagnostics(program)
		.filter(({ file }) => file === undefined || file.fileName === VIRTUAL)
		.map(({ messageText, start, file }) => {
			const line = file && start !== undefined ? file.text.slice(start, start + 60) : '';
			return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
		});
}

/** Amounts with a decimal point are a class in Stripe's library and text on the wire: only that they are there is compared. */
function withoutDecimals(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutDecimals);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inside]) => [
			name,
			name.endsWith('_decimal') ? null : withoutDecimals(inside),
		]),
	);
}

async function stripe(method: string, path: string, fields?: Record<string, string>) {
	const answer = await fetch(`${sandbox.url}/stripe/v1/${path}`, {
		method,
		headers: { authorization: 'Bearer sk_test_sandbox' },
		body: fields && new URLSearchParams(fields),
	});
	const value: unknown = await answer.json();
	expect({ path, status: answer.status, value }).toMatchObject({ path, status: 200 });
	return withoutDecimals(value);
}

it('answers for Stripe as Stripe describes it', async () => {
	const customer = (await stripe('POST', 'customers', { name: 'Caller' })) as { id: string };
	const sources = `customers/${customer.id}/sources`;
	const answers: Array<[string, unknown]> = [
		['Stripe.Customer', customer],
		['Stripe.ApiList<Stripe.Customer>', await stripe('GET', 'customers')],
		['Stripe.ApiList<Stripe.Charge>', await stripe('GET', 'charges')],
		['Stripe.ApiList<Stripe.PaymentIntent>', await stripe('GET', 'payment_intents')],
		['Stripe.ApiList<Stripe.Invoice>', await stripe('GET', 'invoices')],
		['Stripe.ApiList<Stripe.Subscription>', await stripe('GET', 'subscriptions')],
		['Stripe.ApiList<Stripe.Dispute>', await stripe('GET', 'disputes')],
		['Stripe.ApiList<Stripe.CountrySpec>', await stripe('GET', 'country_specs')],
		[
			'Stripe.ApiSearchResult<Stripe.Charge>',
			await stripe('GET', 'charges/search?query=status:"succeeded"'),
		],
		['Stripe.Balance', await stripe('GET', 'balance')],
		[
			'Stripe.Charge',
			await stripe('POST', 'charges', { amount: '100', currency: 'usd', customer: customer.id }),
		],
		['Stripe.Coupon', await stripe('POST', 'coupons', { duration: 'once', percent_off: '10' })],
		['Stripe.Source', await stripe('POST', 'sources', { type: 'wechat', currency: 'usd' })],
		['Stripe.Card', await stripe('POST', sources, { source: 'tok_visa' })],
		[
			'Stripe.Billing.MeterEvent',
			await stripe('POST', 'billing/meter_events', {
				event_name: 'call',
				'payload[value]': '1',
			}),
		],
		['Stripe.DeletedCustomer', await stripe('DELETE', `customers/${customer.id}`)],
	];
	const empty = answers.filter(([, answer]) => (answer as { data?: unknown[] }).data?.length === 0);
	expect(empty).toEqual([]);
	expect(complaints(answers)).toEqual([]);
});

async function google(method: string, path: string, body?: unknown): Promise<unknown> {
	const { status, json } = await sandbox.send(method, path, body, {
		authorization: 'Bearer ya29.sandbox',
	});
	expect(status).toBe(200);
	return json;
}

it('answers for Gmail, Drive and Sheets as Google describes them', async () => {
	const mail = 'To: maria.lopez@example.com\r\nSubject: Invoice\r\n\r\nHello';
	const raw = Buffer.from(mail).toString('base64url');
	const sent = (await google('POST', '/gmail/gmail/v1/users/me/messages/send', { raw })) as {
		id: string;
	};
	const spreadsheet = '1SandboxFinanceExceptions0000000000000000000';
	const answers: Array<[string, unknown]> = [
		['gapi.client.gmail.Message', sent],
		[
			'gapi.client.gmail.Message',
			await google('GET', `/gmail/gmail/v1/users/me/messages/${sent.id}`),
		],
		[
			'gapi.client.gmail.ListMessagesResponse',
			await google('GET', '/gmail/gmail/v1/users/me/messages'),
		],
		['gapi.client.gmail.Profile', await google('GET', '/gmail/gmail/v1/users/me/profile')],
		['gapi.client.drive.FileList', await google('GET', '/drive/drive/v3/files?fields=*')],
		[
			'gapi.client.drive.File',
			await google('GET', '/drive/drive/v3/files/1SandboxFolderInvoices00000000000?fields=*'),
		],
		[
			'gapi.client.sheets.Spreadsheet',
			await google('GET', `/sheets/v4/spreadsheets/${spreadsheet}`),
		],
		[
			'gapi.client.sheets.ValueRange',
			await google('GET', `/sheets/v4/spreadsheets/${spreadsheet}/values/Log!A1:Z9`),
		],
	];
	expect(complaints(answers)).toEqual([]);
});

it('would find out an answer that is not as described', async () => {
	const { data } = (await stripe('GET', 'customers')) as { data: Array<Record<string, unknown>> };
	const [customer] = data;
	delete customer.email;
	expect(
		complaints([
			['Stripe.Customer', customer],
			['gapi.client.gmail.Message', { id: 5 }],
			['gapi.client.gmail.Message', { ident: '5' }],
		]),
	).toEqual([
		expect.stringContaining('email'),
		expect.stringContaining('number'),
		expect.stringContaining('ident'),
	]);
});
