import type { Category } from './finding';

/**
 * Keys and tokens that services issue, known by how they begin. Each pattern is sticky and looks at
 * a bounded number of characters.
 */
const ISSUED: ReadonlyArray<[Category, RegExp]> = [
	[
		'credential',
		/(?:sk|rk|pk|whsec)[_-](?:(?:live|test|proj|ant|or)[_-])?[a-z0-9][\w-]{15,255}|[srp]k_(?:live|test)_[a-z0-9]{10,255}/iy,
	],
	['credential', /A(?:KIA|SIA|GPA|ROA)[A-Z0-9]{16}(?!\w)/y],
	['credential', /gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,64}/y],
	['credential', /xox[abeprs]-[\w-]{10,255}|xapp-[\w-]{10,255}/y],
	['credential', /AIza[\w-]{30,64}|ya29\.[\w-]{20,512}/y],
	['credential', /eyJ[\w-]{8,4096}\.[\w-]{8,8192}(?:\.[\w-]{8,2048})?/y],
	['credential', /SG\.[\w-]{8,64}\.[\w-]{12,128}|npm_[A-Za-z0-9]{30,64}|hf_[A-Za-z0-9]{20,64}/y],
	['credential', /(?:shpat|shpss|shpca|dop_v1|rzp_live|rzp_test)_\w{12,128}/y],
	['credential', /(?:gsk|ntn|figd|lin_api|dckr_pat)_\w{20,255}/y],
	['credential', /(?:xai|pplx|nvapi|pypi|NRAK|sq0csp|sq0atp|GOCSPX|pat-(?:na|eu)1)-[\w-]{16,255}/y],
	['wallet_secret', /(?:5[HJK][1-9A-HJ-NP-Za-km-z]{49}|[KL][1-9A-HJ-NP-Za-km-z]{51})(?!\w)/y],
	['wallet_secret', /xprv[1-9A-HJ-NP-Za-km-z]{100,112}/y],
];

/** The first letters of the issued keys: a place that begins otherwise holds none. */
const FIRST = new Set('sSrRwWAgGxyeEnNhdkK5LflpP');

/** The key or token that begins at `start`, if one does. */
export function issuedKeyAt(
	text: string,
	start: number,
): { category: Category; end: number } | undefined {
	if (!FIRST.has(text[start])) return undefined;
	for (const [category, pattern] of ISSUED) {
		pattern.lastIndex = start;
		const match = pattern.exec(text);
		if (match !== null && /\d/.test(match[0])) return { category, end: pattern.lastIndex };
	}
	return undefined;
}
