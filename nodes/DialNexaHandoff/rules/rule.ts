import type { Action } from '../../../lib/call/capture';
import type { Facts } from '../facts';

/** Where a Handoff goes, loosest first. */
export const ROUTES = ['ready', 'approval', 'exception'] as const;

export type Route = (typeof ROUTES)[number];

/** What a message is filled in with: `{name}` becomes the value. Empty when it has no gaps. */
export type Blanks = Readonly<Record<string, string>>;

/** One rule of the policy. Rules only ever make a route stricter, and no setting turns one off. */
export interface Rule {
	/** Stays the same for ever: workflows and sheets refer to it. */
	code: string;
	/** The actions it applies to; `any` also covers calls whose action is not known. */
	actions: readonly Action[] | 'any';
	/** The loosest route that is left when the rule fires. `ready` makes it a note. */
	route: Route;
	/** When it fires, in words, for the documentation. */
	when: string;
	/** One set of blanks for each sentence to show; none when the rule does not fire. */
	fires: (facts: Facts) => readonly Blanks[];
	/** The sentence that people read. */
	message: string;
}

const NEVER: readonly Blanks[] = [];

/** Fires once when the condition holds. */
export const once = (condition: boolean, blanks: Blanks = {}): readonly Blanks[] =>
	condition ? [blanks] : NEVER;
