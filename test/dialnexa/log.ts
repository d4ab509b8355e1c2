/** What n8n's logger writes while a test file runs: it goes to `console._stdout` where there is one. */
export class Log {
	text = '';

	static capture(): Log {
		const log = new Log();
		Object.assign(console, { _stdout: { write: (line: string) => (log.text += line) } });
		return log;
	}
}
