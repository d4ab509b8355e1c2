/** Asks the sandbox's control interface; throws its sentence when it refuses. */
export async function control(method, path, body) {
	const answer = await fetch(`/_sandbox${path}`, {
		method,
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const said = await answer.json();
	if (!answer.ok) throw new Error(said.message);
	return said;
}

/**
 * Calls `show` with the state, now and soon after each change; `connected` says whether the sandbox is
 * there. Many changes at once are shown once.
 */
export function watch(show, connected) {
	const events = new EventSource('/_sandbox/events');
	let wanted = false;
	let busy = false;
	const refresh = async () => {
		wanted = true;
		if (busy) return;
		busy = true;
		while (wanted) {
			wanted = false;
			show(await control('GET', '/state').catch(() => null));
			await new Promise((resolve) => setTimeout(resolve, 300));
		}
		busy = false;
	};
	events.addEventListener('message', () => void refresh());
	events.addEventListener('open', () => connected(true));
	events.addEventListener('error', () => connected(false));
}
