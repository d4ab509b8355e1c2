import { checkAddress } from '../../lib/addresses';
import { compareDecimals, readDecimal } from './amounts';
import { balanceOf } from './balance';
import { refused, type Settlement } from './outcome';
import {
	coinOf,
	positiveDecimal,
	rawParameter,
	textParameter,
	UnusableParameter,
	type Item,
} from './parameters';

/** A payout that may be sent as far as can be told without asking Poof. The amount is in whole coins. */
export interface PayoutOrder {
	coinAmount: string;
	coin: string;
	address: string;
}

/**
 * Reads and checks a payout's parameters: amount above zero and within both maximums, address allowed and of this coin.
 *
 * @throws UnusableParameter that names the parameter
 */
export function payoutOrderOf(item: Item): PayoutOrder {
	const coin = coinOf(item);
	const coinAmount = positiveDecimal(item, 'payoutAmount', 'Payout Amount', '0.25');
	checkMaximums(item, coin, coinAmount);
	const address = textParameter(item, 'address', 'Address', {
		pattern: /^[A-Za-z0-9][A-Za-z0-9:._-]{9,199}$/,
		example: '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
	});
	checkAddressOf(coin, address, allowedAddresses(item));
	return { coinAmount, coin, address };
}

function checkMaximums(item: Item, coin: string, coinAmount: string): void {
	const ask = 'Send less, or have whoever is responsible raise it.';
	const { maxPayout } = item.account;
	if (maxPayout.size > 0) {
		const maximum = maxPayout.get(coin) ?? '0';
		if (compareDecimals(coinAmount, maximum) > 0) {
			throw new UnusableParameter(
				`Payout Amount ${coinAmount} is above the maximum of ${maximum} ${coin} in the Poof credential`,
				ask,
			);
		}
	}
	if (!isGiven(item, 'maximumPayout')) return;
	const maximum = readDecimal(rawParameter(item, 'maximumPayout'));
	if (maximum === undefined) {
		throw new UnusableParameter(
			'Maximum Payout is not a plain decimal',
			'Give Maximum Payout as text with a point, such as 2.5, or leave it empty.',
		);
	}
	if (compareDecimals(coinAmount, maximum) > 0) {
		throw new UnusableParameter(
			`Payout Amount ${coinAmount} is above the Maximum Payout of ${maximum}`,
			ask,
		);
	}
}

/** Whether the panel holds anything: an expression that comes to nothing must not lift a restriction. */
function isGiven(item: Item, name: string): boolean {
	const written = item.node.getNode().parameters[name];
	return written !== undefined && written !== '';
}

/** The addresses on the allow-list, or undefined when there is no list. */
function allowedAddresses(item: Item): string[] | undefined {
	if (!isGiven(item, 'allowedAddresses')) return undefined;
	const given = rawParameter(item, 'allowedAddresses');
	const texts: unknown[] = Array.isArray(given) ? given : [given];
	return texts.flatMap((text) => (typeof text === 'string' ? text.split(/[\s,;]+/) : []));
}

function checkAddressOf(coin: string, address: string, allowed: string[] | undefined): void {
	if (allowed && !allowed.includes(address)) {
		throw new UnusableParameter(
			'Address is not one of the Allowed Addresses',
			'Have the recipient confirmed, and the address added to Allowed Addresses by whoever keeps them.',
		);
	}
	const check = checkAddress(coin, address);
	if (check === 'invalid') {
		throw new UnusableParameter(
			`Address is not an address of ${coin}: its format or its checksum is wrong`,
			'Have the recipient give the address again, and compare Coin.',
		);
	}
	if (check === 'unchecked' && !allowed) {
		throw new UnusableParameter(
			`Address cannot be checked, since this node does not know addresses of ${coin}`,
			'Put the address, once confirmed, into Allowed Addresses.',
		);
	}
}

/** What the account would have left, or a refusal when it does not hold enough or Poof does not say. */
export async function coverage(
	item: Item,
	{ coin, coinAmount }: PayoutOrder,
): Promise<{ balance: string } | Settlement> {
	const balance = await balanceOf(item, coin);
	if (balance === undefined) {
		return refused(
			`Poof did not say how much ${coin} the account holds, so nothing was sent.`,
			'Check Coin and the API key in the Poof credential, then start again.',
		);
	}
	if (compareDecimals(balance, coinAmount) < 0) {
		return refused(
			`The account holds ${balance} ${coin}, less than ${coinAmount}, so nothing was sent.`,
			'Fund the wallet for this coin in Poof, or send less, then start again.',
		);
	}
	return { balance };
}
