import type { IN8nHttpFullResponse } from 'n8n-workflow';
import type { Call } from '../../../../lib/call/call';
import { readCall } from '../../../../lib/call/delivery';
import { callField } from '../../fields';
import type { Operation } from '../../operation';
import { isOn, textOf, UnusableParameter, type Item } from '../../parameters';
import { DialNexaRefusal } from '../../transport';
import { fetchCall } from './get';

/** The recording is signed by its address: DialNexa's key is not sent to where it is stored. */
async function download(item: Item, url: string): Promise<IN8nHttpFullResponse> {
	const request = {
		url,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		timeout: 120_000,
	} as const;
	const response: unknown = await item.node.helpers.httpRequest(request).catch(() => undefined);
	if (response !== undefined) return response as IN8nHttpFullResponse;
	throw new DialNexaRefusal(
		'The recording could not be downloaded',
		'Its address expires after about seven days. Look in DialNexa whether the recording still exists.',
		0,
	);
}

/** Why the recording may hold what must not be stored; undefined when words or analysis say that it does not. */
export function whyNotToStore({ sensitive, analysis, turns }: Call): string | undefined {
	if (sensitive.found || analysis.sensitive_shared === true) {
		return 'Sensitive details were said in this call';
	}
	const known = turns.length > 0 || analysis.sensitive_shared === false;
	return known
		? undefined
		: 'DialNexa gives neither the words of this call nor an analysis that says whether sensitive details were said';
}

/** The address from `GET /v1/calls/{id}` (`recording_sas_url`, seen live). */
export const downloadRecording: Operation = {
	name: 'Download Recording',
	value: 'downloadRecording',
	action: 'Download a recording',
	description: 'Get the recording of a call as a file',
	changesSomething: false,
	fields: [
		callField,
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output field to put the file in',
		},
		{
			displayName: 'Even If Sensitive',
			name: 'evenIfSensitive',
			type: 'boolean',
			default: false,
			description:
				'Whether to download the recording of a call in which card numbers, bank details or the like were or may have been said. Nothing is removed from the sound.',
		},
	],
	async run(item) {
		const call = readCall(await fetchCall(item));
		if (!call?.recordingUrl) {
			throw new UnusableParameter('The call has no recording', 'Only answered calls have one.');
		}
		const why = whyNotToStore(call);
		if (why && !isOn(item, 'evenIfSensitive')) {
			throw new UnusableParameter(
				why,
				'Nothing is removed from the sound. Switch on Even If Sensitive if it may be stored.',
			);
		}
		const { body, headers } = await download(item, call.recordingUrl);
		const type = String(headers['content-type'] ?? '').split(';')[0] || 'audio/mpeg';
		const extension = type.includes('wav') ? 'wav' : 'mp3';
		const file = await item.node.helpers.prepareBinaryData(
			Buffer.from(body as unknown as ArrayBuffer),
			`${call.callId}.${extension}`,
			type,
		);
		const field = textOf(item, 'binaryPropertyName', 'Put Output File in Field');
		return [{ json: { callId: call.callId }, binary: { [field]: file } }];
	},
};
