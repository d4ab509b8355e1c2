import { ACTION_TERMS } from '../actions';
import { once, type Rule } from './rule';

const HOUR = 3_600_000;

const labels = (actions: ReadonlyArray<keyof typeof ACTION_TERMS>) =>
	actions.map((action) => ACTION_TERMS[action].label).join(' and ');

/** Is this a call, a fresh one, and is it clear what it asks for? */
export const CALL_RULES: readonly Rule[] = [
	{
		code: 'not_a_call',
		actions: 'any',
		route: 'exception',
		when: 'The item is no Call as the DialNexa Trigger gives it. No other rule is then shown.',
		fires: ({ notACall }) => once(notACall !== null, { why: notACall ?? '' }),
		message: 'This item is not a call that can be read: {why}.',
	},
	{
		code: 'call_not_completed',
		actions: 'any',
		route: 'exception',
		when: 'The event is not `call.completed`, or the status says that the call did not take place.',
		fires: ({ call }) =>
			once(
				call.event !== 'call.completed' ||
					/fail|no_answer|did_not_pick|busy|cancel|expired|initiated|voicemail/.test(call.status),
				{ status: call.status || call.event },
			),
		message: 'The call did not complete ({status}), so nothing in it can be relied on.',
	},
	{
		code: 'call_too_old',
		actions: 'any',
		route: 'exception',
		when: 'The call began longer ago than Maximum Call Age, or in the future by more than an hour.',
		fires: ({ call, now, settings }) => {
			const age = now - Date.parse(call.startedAt ?? '');
			return once(age > settings.maximumCallAgeHours * HOUR || age < -HOUR, {
				started: call.startedAt ?? '',
			});
		},
		message:
			'The call began on {started}, which is not recent: what it asked for may have changed.',
	},
	{
		code: 'duplicate_call',
		actions: 'any',
		route: 'exception',
		when: 'Duplicate Of is filled in, or the same call was let through earlier in the same run.',
		fires: ({ duplicateOf }) => once(duplicateOf !== '', { call: duplicateOf }),
		message: 'This call repeats {call}, which was handed over before.',
	},
	{
		code: 'no_action',
		actions: 'any',
		route: 'exception',
		when: 'No action is fixed and the analysis names none.',
		fires: ({ action, requested, settings }) =>
			once(
				!action &&
					settings.action === null &&
					requested.actions.length + requested.unknown.length === 0,
			),
		message: "The call's analysis does not say what the caller asked for.",
	},
	{
		code: 'unknown_action',
		actions: 'any',
		route: 'exception',
		when: 'The analysis names an action that is not one of those listed below.',
		fires: ({ requested }) =>
			once(requested.unknown.length > 0, { action: requested.unknown[0] ?? '' }),
		message: 'The caller asked for something that is not handled here: {action}.',
	},
	{
		code: 'several_actions',
		actions: 'any',
		route: 'exception',
		when: 'The analysis names more than one action: one call moves money once.',
		fires: ({ requested }) =>
			once(requested.actions.length > 1, { actions: labels(requested.actions) }),
		message: 'The caller asked for several things at once: {actions}.',
	},
	{
		code: 'action_differs',
		actions: 'any',
		route: 'exception',
		when: 'Action is fixed and the analysis names another one.',
		fires: ({ settings, requested }) =>
			once(
				settings.action !== null &&
					requested.actions.length === 1 &&
					requested.actions[0] !== settings.action,
				{ actions: labels(requested.actions) },
			),
		message: 'This workflow is set to one action, and the caller asked for another: {actions}.',
	},
	{
		code: 'action_not_handled',
		actions: 'any',
		route: 'exception',
		when: 'The action is not among Actions Handled Here.',
		fires: ({ action, settings }) =>
			once(action !== null && !settings.allowedActions.includes(action), {
				action: action ? ACTION_TERMS[action].label : '',
			}),
		message: 'The caller asked for {action}, which this workflow does not handle.',
	},
	{
		code: 'approval_always',
		actions: 'any',
		route: 'approval',
		when: 'The action is among Actions That Always Need Approval.',
		fires: ({ action, settings }) =>
			once(action !== null && settings.alwaysApprove.includes(action), {
				action: action ? ACTION_TERMS[action].label : '',
			}),
		message: 'Your settings ask for a person to approve every {action}.',
	},
];
