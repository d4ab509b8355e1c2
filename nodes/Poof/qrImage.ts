import type { IBinaryData, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Item } from './parameters';

/** Larger than any QR code. */
const MOST_BYTES = 1_000_000;

/**
 * The image behind a charge's `qr_code`, which is undocumented: a web address or the image itself as a data URL. Undefined
 * when it is neither, so that a charge that was made stays made. The API key is not sent along.
 */
export async function qrImageOf(item: Item, qrCode: unknown): Promise<IBinaryData | undefined> {
	if (typeof qrCode !== 'string') return undefined;
	const image = inDataUrl(qrCode) ?? (await download(item, qrCode));
	if (!image || image.bytes.length > MOST_BYTES) return undefined;
	const { bytes, type } = image;
	return await item.node.helpers.prepareBinaryData(
		bytes,
		`qr-code.${type.split('+')[0]}`,
		`image/${type}`,
	);
}

interface Image {
	bytes: Buffer;
	/** Behind `image/`. */
	type: string;
}

function inDataUrl(text: string): Image | undefined {
	const [, type, base64] = /^data:image\/([\w+.-]+);base64,([A-Za-z0-9+/=\s]+)$/.exec(text) ?? [];
	return base64 === undefined ? undefined : { bytes: Buffer.from(base64, 'base64'), type };
}

async function download(item: Item, address: string): Promise<Image | undefined> {
	const ownHost = address.startsWith(`${item.account.baseUrl}/`);
	if (!ownHost && !/^https:\/\//i.test(address)) return undefined;
	const request: IHttpRequestOptions = {
		method: 'GET',
		url: address,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		disableFollowRedirect: true,
		timeout: 10_000,
	};
	try {
		const response = (await item.node.helpers.httpRequest(request)) as IN8nHttpFullResponse;
		const [, type] = /^image\/([\w+.-]+)/.exec(String(response.headers['content-type'])) ?? [];
		return type === undefined ? undefined : { bytes: Buffer.from(response.body as Buffer), type };
	} catch {
		return undefined;
	}
}
