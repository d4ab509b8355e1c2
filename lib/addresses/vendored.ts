/* eslint-disable -- generated, not written here */
// @ts-nocheck
// From @noble/hashes 1.8.0 and @scure/base 1.2.6, both MIT (c) Paul Miller, by scripts/vendor-checksums.mjs. Do not edit.
// sha256 of what follows: e7011ab3c538c78a640eee2ed80e9b299b7f11b354f683f459fd2e6c8be1d5d1
// node_modules/@noble/hashes/esm/_u64.js
var U32_MASK64 = /* @__PURE__ */ BigInt(2 ** 32 - 1);
var _32n = /* @__PURE__ */ BigInt(32);
function fromBig(n, le = false) {
	if (le) return { h: Number(n & U32_MASK64), l: Number((n >> _32n) & U32_MASK64) };
	return { h: Number((n >> _32n) & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 };
}
function split(lst, le = false) {
	const len = lst.length;
	let Ah = new Uint32Array(len);
	let Al = new Uint32Array(len);
	for (let i = 0; i < len; i++) {
		const { h, l } = fromBig(lst[i], le);
		[Ah[i], Al[i]] = [h, l];
	}
	return [Ah, Al];
}
var rotlSH = (h, l, s) => (h << s) | (l >>> (32 - s));
var rotlSL = (h, l, s) => (l << s) | (h >>> (32 - s));
var rotlBH = (h, l, s) => (l << (s - 32)) | (h >>> (64 - s));
var rotlBL = (h, l, s) => (h << (s - 32)) | (l >>> (64 - s));

// node_modules/@noble/hashes/esm/utils.js
/*! noble-hashes - MIT License (c) 2022 Paul Miller (paulmillr.com) */
function isBytes(a) {
	return a instanceof Uint8Array || (ArrayBuffer.isView(a) && a.constructor.name === 'Uint8Array');
}
function anumber(n) {
	if (!Number.isSafeInteger(n) || n < 0) throw new Error('positive integer expected, got ' + n);
}
function abytes(b, ...lengths) {
	if (!isBytes(b)) throw new Error('Uint8Array expected');
	if (lengths.length > 0 && !lengths.includes(b.length))
		throw new Error('Uint8Array expected of length ' + lengths + ', got length=' + b.length);
}
function aexists(instance, checkFinished = true) {
	if (instance.destroyed) throw new Error('Hash instance has been destroyed');
	if (checkFinished && instance.finished) throw new Error('Hash#digest() has already been called');
}
function aoutput(out, instance) {
	abytes(out);
	const min = instance.outputLen;
	if (out.length < min) {
		throw new Error('digestInto() expects output buffer of length at least ' + min);
	}
}
function u32(arr) {
	return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
function clean(...arrays) {
	for (let i = 0; i < arrays.length; i++) {
		arrays[i].fill(0);
	}
}
var isLE = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
function byteSwap(word) {
	return (
		((word << 24) & 4278190080) |
		((word << 8) & 16711680) |
		((word >>> 8) & 65280) |
		((word >>> 24) & 255)
	);
}
function byteSwap32(arr) {
	for (let i = 0; i < arr.length; i++) {
		arr[i] = byteSwap(arr[i]);
	}
	return arr;
}
var swap32IfBE = isLE ? (u) => u : byteSwap32;
function utf8ToBytes(str) {
	if (typeof str !== 'string') throw new Error('string expected');
	return new Uint8Array(new TextEncoder().encode(str));
}
function toBytes(data) {
	if (typeof data === 'string') data = utf8ToBytes(data);
	abytes(data);
	return data;
}
var Hash = class {};
function createHasher(hashCons) {
	const hashC = (msg) => hashCons().update(toBytes(msg)).digest();
	const tmp = hashCons();
	hashC.outputLen = tmp.outputLen;
	hashC.blockLen = tmp.blockLen;
	hashC.create = () => hashCons();
	return hashC;
}

// node_modules/@noble/hashes/esm/sha3.js
var _0n = BigInt(0);
var _1n = BigInt(1);
var _2n = BigInt(2);
var _7n = BigInt(7);
var _256n = BigInt(256);
var _0x71n = BigInt(113);
var SHA3_PI = [];
var SHA3_ROTL = [];
var _SHA3_IOTA = [];
for (let round = 0, R = _1n, x = 1, y = 0; round < 24; round++) {
	[x, y] = [y, (2 * x + 3 * y) % 5];
	SHA3_PI.push(2 * (5 * y + x));
	SHA3_ROTL.push((((round + 1) * (round + 2)) / 2) % 64);
	let t = _0n;
	for (let j = 0; j < 7; j++) {
		R = ((R << _1n) ^ ((R >> _7n) * _0x71n)) % _256n;
		if (R & _2n) t ^= _1n << ((_1n << /* @__PURE__ */ BigInt(j)) - _1n);
	}
	_SHA3_IOTA.push(t);
}
var IOTAS = split(_SHA3_IOTA, true);
var SHA3_IOTA_H = IOTAS[0];
var SHA3_IOTA_L = IOTAS[1];
var rotlH = (h, l, s) => (s > 32 ? rotlBH(h, l, s) : rotlSH(h, l, s));
var rotlL = (h, l, s) => (s > 32 ? rotlBL(h, l, s) : rotlSL(h, l, s));
function keccakP(s, rounds = 24) {
	const B = new Uint32Array(5 * 2);
	for (let round = 24 - rounds; round < 24; round++) {
		for (let x = 0; x < 10; x++) B[x] = s[x] ^ s[x + 10] ^ s[x + 20] ^ s[x + 30] ^ s[x + 40];
		for (let x = 0; x < 10; x += 2) {
			const idx1 = (x + 8) % 10;
			const idx0 = (x + 2) % 10;
			const B0 = B[idx0];
			const B1 = B[idx0 + 1];
			const Th = rotlH(B0, B1, 1) ^ B[idx1];
			const Tl = rotlL(B0, B1, 1) ^ B[idx1 + 1];
			for (let y = 0; y < 50; y += 10) {
				s[x + y] ^= Th;
				s[x + y + 1] ^= Tl;
			}
		}
		let curH = s[2];
		let curL = s[3];
		for (let t = 0; t < 24; t++) {
			const shift = SHA3_ROTL[t];
			const Th = rotlH(curH, curL, shift);
			const Tl = rotlL(curH, curL, shift);
			const PI = SHA3_PI[t];
			curH = s[PI];
			curL = s[PI + 1];
			s[PI] = Th;
			s[PI + 1] = Tl;
		}
		for (let y = 0; y < 50; y += 10) {
			for (let x = 0; x < 10; x++) B[x] = s[y + x];
			for (let x = 0; x < 10; x++) s[y + x] ^= ~B[(x + 2) % 10] & B[(x + 4) % 10];
		}
		s[0] ^= SHA3_IOTA_H[round];
		s[1] ^= SHA3_IOTA_L[round];
	}
	clean(B);
}
var Keccak = class _Keccak extends Hash {
	// NOTE: we accept arguments in bytes instead of bits here.
	constructor(blockLen, suffix, outputLen, enableXOF = false, rounds = 24) {
		super();
		this.pos = 0;
		this.posOut = 0;
		this.finished = false;
		this.destroyed = false;
		this.enableXOF = false;
		this.blockLen = blockLen;
		this.suffix = suffix;
		this.outputLen = outputLen;
		this.enableXOF = enableXOF;
		this.rounds = rounds;
		anumber(outputLen);
		if (!(0 < blockLen && blockLen < 200))
			throw new Error('only keccak-f1600 function is supported');
		this.state = new Uint8Array(200);
		this.state32 = u32(this.state);
	}
	clone() {
		return this._cloneInto();
	}
	keccak() {
		swap32IfBE(this.state32);
		keccakP(this.state32, this.rounds);
		swap32IfBE(this.state32);
		this.posOut = 0;
		this.pos = 0;
	}
	update(data) {
		aexists(this);
		data = toBytes(data);
		abytes(data);
		const { blockLen, state } = this;
		const len = data.length;
		for (let pos = 0; pos < len; ) {
			const take = Math.min(blockLen - this.pos, len - pos);
			for (let i = 0; i < take; i++) state[this.pos++] ^= data[pos++];
			if (this.pos === blockLen) this.keccak();
		}
		return this;
	}
	finish() {
		if (this.finished) return;
		this.finished = true;
		const { state, suffix, pos, blockLen } = this;
		state[pos] ^= suffix;
		if ((suffix & 128) !== 0 && pos === blockLen - 1) this.keccak();
		state[blockLen - 1] ^= 128;
		this.keccak();
	}
	writeInto(out) {
		aexists(this, false);
		abytes(out);
		this.finish();
		const bufferOut = this.state;
		const { blockLen } = this;
		for (let pos = 0, len = out.length; pos < len; ) {
			if (this.posOut >= blockLen) this.keccak();
			const take = Math.min(blockLen - this.posOut, len - pos);
			out.set(bufferOut.subarray(this.posOut, this.posOut + take), pos);
			this.posOut += take;
			pos += take;
		}
		return out;
	}
	xofInto(out) {
		if (!this.enableXOF) throw new Error('XOF is not possible for this instance');
		return this.writeInto(out);
	}
	xof(bytes) {
		anumber(bytes);
		return this.xofInto(new Uint8Array(bytes));
	}
	digestInto(out) {
		aoutput(out, this);
		if (this.finished) throw new Error('digest() was already called');
		this.writeInto(out);
		this.destroy();
		return out;
	}
	digest() {
		return this.digestInto(new Uint8Array(this.outputLen));
	}
	destroy() {
		this.destroyed = true;
		clean(this.state);
	}
	_cloneInto(to) {
		const { blockLen, suffix, outputLen, rounds, enableXOF } = this;
		to || (to = new _Keccak(blockLen, suffix, outputLen, enableXOF, rounds));
		to.state32.set(this.state32);
		to.pos = this.pos;
		to.posOut = this.posOut;
		to.finished = this.finished;
		to.rounds = rounds;
		to.suffix = suffix;
		to.outputLen = outputLen;
		to.enableXOF = enableXOF;
		to.destroyed = this.destroyed;
		return to;
	}
};
var gen = (suffix, blockLen, outputLen) =>
	createHasher(() => new Keccak(blockLen, suffix, outputLen));
var keccak_256 = /* @__PURE__ */ (() => gen(1, 136, 256 / 8))();

// node_modules/@scure/base/lib/esm/index.js
/*! scure-base - MIT License (c) 2022 Paul Miller (paulmillr.com) */
function isBytes2(a) {
	return a instanceof Uint8Array || (ArrayBuffer.isView(a) && a.constructor.name === 'Uint8Array');
}
function isArrayOf(isString, arr) {
	if (!Array.isArray(arr)) return false;
	if (arr.length === 0) return true;
	if (isString) {
		return arr.every((item) => typeof item === 'string');
	} else {
		return arr.every((item) => Number.isSafeInteger(item));
	}
}
function afn(input) {
	if (typeof input !== 'function') throw new Error('function expected');
	return true;
}
function astr(label, input) {
	if (typeof input !== 'string') throw new Error(`${label}: string expected`);
	return true;
}
function anumber2(n) {
	if (!Number.isSafeInteger(n)) throw new Error(`invalid integer: ${n}`);
}
function aArr(input) {
	if (!Array.isArray(input)) throw new Error('array expected');
}
function astrArr(label, input) {
	if (!isArrayOf(true, input)) throw new Error(`${label}: array of strings expected`);
}
function anumArr(label, input) {
	if (!isArrayOf(false, input)) throw new Error(`${label}: array of numbers expected`);
}
// @__NO_SIDE_EFFECTS__
function chain(...args) {
	const id = (a) => a;
	const wrap = (a, b) => (c) => a(b(c));
	const encode = args.map((x) => x.encode).reduceRight(wrap, id);
	const decode = args.map((x) => x.decode).reduce(wrap, id);
	return { encode, decode };
}
// @__NO_SIDE_EFFECTS__
function alphabet(letters) {
	const lettersA = typeof letters === 'string' ? letters.split('') : letters;
	const len = lettersA.length;
	astrArr('alphabet', lettersA);
	const indexes = new Map(lettersA.map((l, i) => [l, i]));
	return {
		encode: (digits) => {
			aArr(digits);
			return digits.map((i) => {
				if (!Number.isSafeInteger(i) || i < 0 || i >= len)
					throw new Error(
						`alphabet.encode: digit index outside alphabet "${i}". Allowed: ${letters}`,
					);
				return lettersA[i];
			});
		},
		decode: (input) => {
			aArr(input);
			return input.map((letter) => {
				astr('alphabet.decode', letter);
				const i = indexes.get(letter);
				if (i === void 0) throw new Error(`Unknown letter: "${letter}". Allowed: ${letters}`);
				return i;
			});
		},
	};
}
// @__NO_SIDE_EFFECTS__
function join(separator = '') {
	astr('join', separator);
	return {
		encode: (from) => {
			astrArr('join.decode', from);
			return from.join(separator);
		},
		decode: (to) => {
			astr('join.decode', to);
			return to.split(separator);
		},
	};
}
// @__NO_SIDE_EFFECTS__
function padding(bits, chr = '=') {
	anumber2(bits);
	astr('padding', chr);
	return {
		encode(data) {
			astrArr('padding.encode', data);
			while ((data.length * bits) % 8) data.push(chr);
			return data;
		},
		decode(input) {
			astrArr('padding.decode', input);
			let end = input.length;
			if ((end * bits) % 8)
				throw new Error('padding: invalid, string should have whole number of bytes');
			for (; end > 0 && input[end - 1] === chr; end--) {
				const last = end - 1;
				const byte = last * bits;
				if (byte % 8 === 0) throw new Error('padding: invalid, string has too much padding');
			}
			return input.slice(0, end);
		},
	};
}
function convertRadix(data, from, to) {
	if (from < 2) throw new Error(`convertRadix: invalid from=${from}, base cannot be less than 2`);
	if (to < 2) throw new Error(`convertRadix: invalid to=${to}, base cannot be less than 2`);
	aArr(data);
	if (!data.length) return [];
	let pos = 0;
	const res = [];
	const digits = Array.from(data, (d) => {
		anumber2(d);
		if (d < 0 || d >= from) throw new Error(`invalid integer: ${d}`);
		return d;
	});
	const dlen = digits.length;
	while (true) {
		let carry = 0;
		let done = true;
		for (let i = pos; i < dlen; i++) {
			const digit = digits[i];
			const fromCarry = from * carry;
			const digitBase = fromCarry + digit;
			if (
				!Number.isSafeInteger(digitBase) ||
				fromCarry / from !== carry ||
				digitBase - digit !== fromCarry
			) {
				throw new Error('convertRadix: carry overflow');
			}
			const div = digitBase / to;
			carry = digitBase % to;
			const rounded = Math.floor(div);
			digits[i] = rounded;
			if (!Number.isSafeInteger(rounded) || rounded * to + carry !== digitBase)
				throw new Error('convertRadix: carry overflow');
			if (!done) continue;
			else if (!rounded) pos = i;
			else done = false;
		}
		res.push(carry);
		if (done) break;
	}
	for (let i = 0; i < data.length - 1 && data[i] === 0; i++) res.push(0);
	return res.reverse();
}
var gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));
var radix2carry = /* @__NO_SIDE_EFFECTS__ */ (from, to) => from + (to - gcd(from, to));
var powers = /* @__PURE__ */ (() => {
	let res = [];
	for (let i = 0; i < 40; i++) res.push(2 ** i);
	return res;
})();
function convertRadix2(data, from, to, padding2) {
	aArr(data);
	if (from <= 0 || from > 32) throw new Error(`convertRadix2: wrong from=${from}`);
	if (to <= 0 || to > 32) throw new Error(`convertRadix2: wrong to=${to}`);
	if (/* @__PURE__ */ radix2carry(from, to) > 32) {
		throw new Error(
			`convertRadix2: carry overflow from=${from} to=${to} carryBits=${/* @__PURE__ */ radix2carry(from, to)}`,
		);
	}
	let carry = 0;
	let pos = 0;
	const max = powers[from];
	const mask = powers[to] - 1;
	const res = [];
	for (const n of data) {
		anumber2(n);
		if (n >= max) throw new Error(`convertRadix2: invalid data word=${n} from=${from}`);
		carry = (carry << from) | n;
		if (pos + from > 32) throw new Error(`convertRadix2: carry overflow pos=${pos} from=${from}`);
		pos += from;
		for (; pos >= to; pos -= to) res.push(((carry >> (pos - to)) & mask) >>> 0);
		const pow = powers[pos];
		if (pow === void 0) throw new Error('invalid carry');
		carry &= pow - 1;
	}
	carry = (carry << (to - pos)) & mask;
	if (!padding2 && pos >= from) throw new Error('Excess padding');
	if (!padding2 && carry > 0) throw new Error(`Non-zero padding: ${carry}`);
	if (padding2 && pos > 0) res.push(carry >>> 0);
	return res;
}
// @__NO_SIDE_EFFECTS__
function radix(num) {
	anumber2(num);
	const _256 = 2 ** 8;
	return {
		encode: (bytes) => {
			if (!isBytes2(bytes)) throw new Error('radix.encode input should be Uint8Array');
			return convertRadix(Array.from(bytes), _256, num);
		},
		decode: (digits) => {
			anumArr('radix.decode', digits);
			return Uint8Array.from(convertRadix(digits, num, _256));
		},
	};
}
// @__NO_SIDE_EFFECTS__
function radix2(bits, revPadding = false) {
	anumber2(bits);
	if (bits <= 0 || bits > 32) throw new Error('radix2: bits should be in (0..32]');
	if (/* @__PURE__ */ radix2carry(8, bits) > 32 || /* @__PURE__ */ radix2carry(bits, 8) > 32)
		throw new Error('radix2: carry overflow');
	return {
		encode: (bytes) => {
			if (!isBytes2(bytes)) throw new Error('radix2.encode input should be Uint8Array');
			return convertRadix2(Array.from(bytes), 8, bits, !revPadding);
		},
		decode: (digits) => {
			anumArr('radix2.decode', digits);
			return Uint8Array.from(convertRadix2(digits, bits, 8, revPadding));
		},
	};
}
function unsafeWrapper(fn) {
	afn(fn);
	return function (...args) {
		try {
			return fn.apply(null, args);
		} catch (e) {}
	};
}
function checksum(len, fn) {
	anumber2(len);
	afn(fn);
	return {
		encode(data) {
			if (!isBytes2(data)) throw new Error('checksum.encode: input should be Uint8Array');
			const sum = fn(data).slice(0, len);
			const res = new Uint8Array(data.length + len);
			res.set(data);
			res.set(sum, data.length);
			return res;
		},
		decode(data) {
			if (!isBytes2(data)) throw new Error('checksum.decode: input should be Uint8Array');
			const payload = data.slice(0, -len);
			const oldChecksum = data.slice(-len);
			const newChecksum = fn(payload).slice(0, len);
			for (let i = 0; i < len; i++)
				if (newChecksum[i] !== oldChecksum[i]) throw new Error('Invalid checksum');
			return payload;
		},
	};
}
var utils = {
	alphabet,
	chain,
	checksum,
	convertRadix,
	convertRadix2,
	radix,
	radix2,
	join,
	padding,
};
var genBase58 = /* @__NO_SIDE_EFFECTS__ */ (abc) =>
	/* @__PURE__ */ chain(
		/* @__PURE__ */ radix(58),
		/* @__PURE__ */ alphabet(abc),
		/* @__PURE__ */ join(''),
	);
var base58 = /* @__PURE__ */ genBase58(
	'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
);
var base58xrp = /* @__PURE__ */ genBase58(
	'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz',
);
var BECH_ALPHABET = /* @__PURE__ */ chain(
	/* @__PURE__ */ alphabet('qpzry9x8gf2tvdw0s3jn54khce6mua7l'),
	/* @__PURE__ */ join(''),
);
var POLYMOD_GENERATORS = [996825010, 642813549, 513874426, 1027748829, 705979059];
function bech32Polymod(pre) {
	const b = pre >> 25;
	let chk = (pre & 33554431) << 5;
	for (let i = 0; i < POLYMOD_GENERATORS.length; i++) {
		if (((b >> i) & 1) === 1) chk ^= POLYMOD_GENERATORS[i];
	}
	return chk;
}
function bechChecksum(prefix, words, encodingConst = 1) {
	const len = prefix.length;
	let chk = 1;
	for (let i = 0; i < len; i++) {
		const c = prefix.charCodeAt(i);
		if (c < 33 || c > 126) throw new Error(`Invalid prefix (${prefix})`);
		chk = bech32Polymod(chk) ^ (c >> 5);
	}
	chk = bech32Polymod(chk);
	for (let i = 0; i < len; i++) chk = bech32Polymod(chk) ^ (prefix.charCodeAt(i) & 31);
	for (let v of words) chk = bech32Polymod(chk) ^ v;
	for (let i = 0; i < 6; i++) chk = bech32Polymod(chk);
	chk ^= encodingConst;
	return BECH_ALPHABET.encode(convertRadix2([chk % powers[30]], 30, 5, false));
}
// @__NO_SIDE_EFFECTS__
function genBech32(encoding) {
	const ENCODING_CONST = encoding === 'bech32' ? 1 : 734539939;
	const _words = /* @__PURE__ */ radix2(5);
	const fromWords = _words.decode;
	const toWords = _words.encode;
	const fromWordsUnsafe = unsafeWrapper(fromWords);
	function encode(prefix, words, limit = 90) {
		astr('bech32.encode prefix', prefix);
		if (isBytes2(words)) words = Array.from(words);
		anumArr('bech32.encode', words);
		const plen = prefix.length;
		if (plen === 0) throw new TypeError(`Invalid prefix length ${plen}`);
		const actualLength = plen + 7 + words.length;
		if (limit !== false && actualLength > limit)
			throw new TypeError(`Length ${actualLength} exceeds limit ${limit}`);
		const lowered = prefix.toLowerCase();
		const sum = bechChecksum(lowered, words, ENCODING_CONST);
		return `${lowered}1${BECH_ALPHABET.encode(words)}${sum}`;
	}
	function decode(str, limit = 90) {
		astr('bech32.decode input', str);
		const slen = str.length;
		if (slen < 8 || (limit !== false && slen > limit))
			throw new TypeError(`invalid string length: ${slen} (${str}). Expected (8..${limit})`);
		const lowered = str.toLowerCase();
		if (str !== lowered && str !== str.toUpperCase())
			throw new Error(`String must be lowercase or uppercase`);
		const sepIndex = lowered.lastIndexOf('1');
		if (sepIndex === 0 || sepIndex === -1)
			throw new Error(`Letter "1" must be present between prefix and data only`);
		const prefix = lowered.slice(0, sepIndex);
		const data = lowered.slice(sepIndex + 1);
		if (data.length < 6) throw new Error('Data must be at least 6 characters long');
		const words = BECH_ALPHABET.decode(data).slice(0, -6);
		const sum = bechChecksum(prefix, words, ENCODING_CONST);
		if (!data.endsWith(sum)) throw new Error(`Invalid checksum in ${str}: expected "${sum}"`);
		return { prefix, words };
	}
	const decodeUnsafe = unsafeWrapper(decode);
	function decodeToBytes(str) {
		const { prefix, words } = decode(str, false);
		return { prefix, words, bytes: fromWords(words) };
	}
	function encodeFromBytes(prefix, bytes) {
		return encode(prefix, toWords(bytes));
	}
	return {
		encode,
		decode,
		encodeFromBytes,
		decodeToBytes,
		decodeUnsafe,
		fromWords,
		fromWordsUnsafe,
		toWords,
	};
}
var bech32 = /* @__PURE__ */ genBech32('bech32');
var bech32m = /* @__PURE__ */ genBech32('bech32m');
export { base58, base58xrp, bech32, bech32m, keccak_256, utils };
