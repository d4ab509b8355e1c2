import type { StandIn } from '../stand-in.mts';
import { asGoogleApi, googleFailure, GoogleRefusal } from './account.mts';
import type { Spreadsheet } from './spreadsheet.mts';

function described({ id, title }: Spreadsheet) {
	return {
		kind: 'drive#file',
		id,
		name: title,
		mimeType: 'application/vnd.google-apps.spreadsheet',
		webViewLink: `https://docs.google.com/spreadsheets/d/${id}/edit`,
	};
}

/** Google Drive v3, as far as the Google Sheets node looks up spreadsheets in it. */
export function createDrive(spreadsheets: () => Spreadsheet[]): StandIn {
	return {
		service: 'drive',
		hosts: { 'www.googleapis.com': '/drive' },
		routes: (app) => {
			asGoogleApi(app);
			app.get<{ Querystring: { q?: string } }>(
				'/drive/v3/files',
				{ config: { operation: 'files.list' } },
				async (request) => {
					const [, wanted = ''] = /name contains '([^']*)'/.exec(request.query.q ?? '') ?? [];
					const named = spreadsheets().filter(({ title }) =>
						title.toLowerCase().includes(wanted.toLowerCase()),
					);
					return { kind: 'drive#fileList', files: named.map(described) };
				},
			);
			app.get<{ Params: { id: string } }>(
				'/drive/v3/files/:id',
				{ config: { operation: 'files.get' } },
				async (request) => {
					const found = spreadsheets().find(({ id }) => id === request.params.id);
					if (!found) throw new GoogleRefusal(404, 'File not found.');
					return described(found);
				},
			);
		},
		failure: (status) => googleFailure(status),
		holds: () => ({}),
		reset: () => {},
		credentials: () => [],
	};
}
