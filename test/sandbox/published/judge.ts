import { z } from 'zod';
import { DEPARTURES } from './departures';
import type { Exchange } from './description';
import { exchangeSchema } from './description';
import { descriptionOf } from './documents';

/** Whether the stand-in did what it was asked. Slack refuses with the status 200. */
export function wasAccepted({ service, status, answer }: Exchange): boolean {
	if (status === null || status >= 400) return false;
	return service !== 'slack' || !/"ok":\s*false/.test(answer ?? '');
}

/**
 * What of a request and its answer is not as the service describes it, but for the departures that are known; empty too
 * for a service without a description.
 */
export function problemsOf(exchange: Exchange) {
	const { service, method, path, fault } = exchange;
	const { request, answer } = descriptionOf(service)?.judge(exchange) ?? {
		request: [],
		answer: [],
	};
	const known = DEPARTURES.filter(
		(departure) => departure.service === service && departure.on.test(`${method} ${path}`),
	);
	const isNew = (problem: string) =>
		!known.some((departure) => departure.problem?.test(problem) ?? true);
	return {
		request: [...new Set(request.filter(isNew))],
		// An answer that was spoilt on purpose is nobody's.
		answer: fault === undefined ? [...new Set(answer.filter(isNew))] : [],
	};
}

/** Requests that were accepted, or sent at all, and answers, in words, that are not as the services describe them. */
export function undescribed(exchanges: unknown, which: 'accepted' | 'sent'): string[] {
	return z
		.array(exchangeSchema)
		.parse(exchanges)
		.flatMap((exchange) => {
			const { request, answer } = problemsOf(exchange);
			const counts = which === 'sent' || wasAccepted(exchange);
			const problems = [
				...(counts ? request : []),
				...answer.map((problem) => `is answered with: ${problem}`),
			];
			return problems.map((problem) => `${exchange.method} ${exchange.path} ${problem}`);
		});
}
