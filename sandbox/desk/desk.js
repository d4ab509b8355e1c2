import { html, render, useEffect, useState } from '/desk/preact.js';
import { control, watch } from '/desk/control.js';
import { coins, fiat, outcomesOf } from '/desk/outcome.js';

const PAID = ['pending', 'paid_partial', 'yes'];
const KINDS = {
	fiat_invoice: 'Invoice',
	fiat_charge: 'Charge',
	crypto_invoice: 'Crypto payment link',
	crypto_charge: 'Deposit address',
	checkout: 'Checkout',
	payout: 'Payout',
};

const time = (iso) => new Date(iso).toLocaleTimeString([], { hour12: false });
const newestFirst = (list) => [...list].reverse();

/** A button for something that takes a moment; what it says back stands beside it. */
function Act({ does, children, kind = '' }) {
	const [busy, setBusy] = useState(false);
	const [said, setSaid] = useState('');
	const act = async () => {
		setBusy(true);
		setSaid('');
		try {
			setSaid((await does()) ?? '');
		} catch (refusal) {
			setSaid(refusal.message);
		}
		setBusy(false);
	};
	return html`<span class="act">
		<button class=${kind} disabled=${busy} onClick=${act}>${children}</button>
		${said && html`<output>${said}</output>`}
	</span>`;
}

function Empty({ children }) {
	return html`<p class="empty">${children}</p>`;
}

function Header({ n8nUrl, connected }) {
	return html`<header>
		<div>
			<h1>Sandbox desk</h1>
			<p>
				A local DialNexa, Poof, Slack, Gmail, Google Drive, Google Sheets, HubSpot, Zendesk and
				Stripe. Nothing leaves this machine, no money moves.
			</p>
		</div>
		<nav>
			<span class=${connected ? 'live' : 'live off'}
				>${connected ? 'Live' : 'Connection lost'}</span
			>
			${n8nUrl &&
			html`<a class="button" href=${n8nUrl} target="_blank" rel="noreferrer">Open n8n</a>`}
			<${Act} kind="quiet" does=${async () => void (await control('POST', '/reset'))}>Start over<//>
		</nav>
	</header>`;
}

async function send(sample) {
	const { deliveries } = await control('POST', '/calls', { sample });
	if (deliveries.length === 0) return 'Nobody listens: no active webhook wants this event.';
	const answers = deliveries.map(({ status }) => status ?? 'nothing').join(', ');
	return `Delivered, answered with ${answers}.`;
}

function Samples({ samples, listening }) {
	return html`<section id="samples">
		<h2>Send a call</h2>
		${!listening &&
		html`<p class="notice">
			No workflow listens yet. Activate one with a DialNexa Trigger in n8n, then send a call.
		</p>`}
		<ul class="samples">
			${samples.map(
				({ name, title, description }) =>
					html`<li key=${name}>
						<h3>${title}</h3>
						<p>${description}</p>
						<${Act} does=${() => send(name)}>Send<//>
					</li>`,
			)}
		</ul>
	</section>`;
}

/** Every call that was announced, whether DialNexa knows it or somebody forged it. */
function announcedCalls({ dialnexa }) {
	const known = new Map(dialnexa.calls.map((call) => [call.id, call]));
	const ids = new Set([...known.keys(), ...dialnexa.deliveries.map(({ callId }) => callId)]);
	return [...ids]
		.filter((id) => id !== '')
		.map((id) => {
			const first = dialnexa.deliveries.find(({ callId }) => callId === id);
			const call = known.get(id);
			return { id, call, at: call?.createdAt ?? first.at, signature: first?.signature };
		})
		.sort((a, b) => b.at.localeCompare(a.at));
}

function callerOf(call, signature) {
	if (call) return call.analysis.customer_name || call.from;
	return signature === 'valid' ? 'A body sent as it is' : 'Not from DialNexa';
}

function Calls({ state }) {
	const calls = announcedCalls(state);
	return html`<section id="calls">
		<h2>Calls and what became of them</h2>
		${calls.length === 0 && html`<${Empty}>No calls yet. Send one above.<//>`}
		<ul class="calls">
			${calls.slice(0, 50).map(({ id, call, at, signature }) => {
				const outcomes = outcomesOf(id, state);
				return html`<li key=${id}>
					<time>${time(at)}</time>
					<div class="call">
						<strong>${callerOf(call, signature)}</strong>
						<code>${id}</code>
						<p class="clamp">
							${call?.summary || (call ? `Status: ${call.status}` : `Signature: ${signature}`)}
						</p>
					</div>
					<div class="outcomes">
						${outcomes.length === 0 && html`<span class="chip">Nothing yet</span>`}
						${outcomes.map(({ tone, text, href }) =>
							href
								? html`<a class="chip ${tone}" href=${href}>${text}</a>`
								: html`<span class="chip ${tone}">${text}</span>`,
						)}
					</div>
				</li>`;
			})}
		</ul>
	</section>`;
}

const EMOJI = { white_check_mark: '✅', x: '❌', warning: '⚠️' };

/** Slack's *bold*, <links>, <@mentions> and :emoji:, as elements; everything else stays text. */
function mrkdwn(text, users) {
	const parts = text.split(/(<https?:[^<>|\s]+(?:\|[^<>]*)?>|<@\w+>|:[a-z_]+:|\*[^*\n]+\*)/);
	return parts.map((part) => {
		if (/^<https?:/.test(part)) {
			const [href, label = href] = part.slice(1, -1).split('|');
			return html`<a href=${href} target="_blank" rel="noreferrer">${label}</a>`;
		}
		if (part.startsWith('<@')) return `@${nameOf(part.slice(2, -1), users)}`;
		if (/^:[a-z_]+:$/.test(part)) return EMOJI[part.slice(1, -1)] ?? part;
		return /^\*.+\*$/.test(part) ? html`<b>${part.slice(1, -1)}</b>` : unescaped(part);
	});
}

/** Slack writes these three characters as entities, and no others. */
function unescaped(text) {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function nameOf(user, users) {
	return users.find(({ id }) => id === user)?.real_name ?? user;
}

function textsOf({ text, blocks }) {
	const inBlocks = blocks.map((block) => block.text?.text?.trim()).filter(Boolean);
	return inBlocks.length > 0 ? inBlocks : [text];
}

function Message({ message, channels, users }) {
	const [user, setUser] = useState(users[0].id);
	const channel = channels.find(({ id }) => id === message.channel);
	const decide = (decision) => async () => {
		const click = await control('POST', '/slack/decide', { message: message.ts, decision, user });
		return click.status === 200 ? '' : `n8n answered with ${click.status ?? 'nothing'}.`;
	};
	return html`<li class="message" id="message-${message.ts}" key=${message.ts}>
		<p class="meta">#${channel?.name ?? message.channel} · ${time(Number(message.ts) * 1000)}</p>
		${textsOf(message).map((text) => html`<p class="said">${mrkdwn(text, users)}</p>`)}
		${message.undecided &&
		html`<div class="decide">
			<label>
				as
				<select value=${user} onChange=${(event) => setUser(event.target.value)}>
					${users.map(({ id, real_name }) => html`<option value=${id}>${real_name}</option>`)}
				</select>
			</label>
			<${Act} kind="good" does=${decide('approve')}>Approve<//>
			<${Act} kind="bad" does=${decide('decline')}>Decline<//>
		</div>`}
		${message.clicks.map(({ decision, user: who, at, status }) => {
			const answered = status ?? 'nothing';
			return html`<p class="meta">
				${nameOf(who, users)} pressed ${decision} at ${time(at)}; n8n answered with ${answered}.
			</p>`;
		})}
	</li>`;
}

function Slack({ slack }) {
	return html`<section id="slack">
		<h2>Slack</h2>
		${slack.messages.length === 0 &&
		html`<${Empty}>No messages. When a person has to decide, n8n asks here.<//>`}
		<ul>
			${newestFirst(slack.messages)
				.slice(0, 50)
				.map(
					(message) =>
						html`<${Message} message=${message} channels=${slack.channels} users=${slack.users} />`,
				)}
		</ul>
	</section>`;
}

function Payment({ payment }) {
	const isPayout = payment.kind === 'payout';
	const mark = (paid) => async () => {
		const { deliveries } = await control('POST', '/poof/payments', { paymentId: payment.id, paid });
		return deliveries.length === 0 ? 'Marked; no webhook listens.' : 'Marked and told.';
	};
	return html`<li id="payment-${payment.id}" key=${payment.id}>
		<p class="title">
			<b>${KINDS[payment.kind]} ${isPayout ? coins(payment) : fiat(payment)}</b>
			<span class="chip ${payment.paid === 'yes' || isPayout ? 'good' : ''}">
				${isPayout ? 'sent' : `paid: ${payment.paid}`}
			</span>
		</p>
		<p class="meta">
			${[payment.id, payment.paymentMethod, payment.address && `to ${payment.address}`]
				.filter(Boolean)
				.join(' · ')}
		</p>
		${Object.keys(payment.metadata).length > 0 &&
		html`<dl>
			${Object.entries(payment.metadata).map(
				([key, value]) =>
					html`<dt>${key}</dt>
						<dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>`,
			)}
		</dl>`}
		${!isPayout &&
		payment.paid !== 'yes' &&
		html`<p class="mark">
			Mark as ${PAID.map((paid) => html`<${Act} kind="quiet" does=${mark(paid)}>${paid}<//>`)}
		</p>`}
	</li>`;
}

function Poof({ poof }) {
	const balances = Object.entries(poof.balances).filter(([, balance]) => balance !== '0');
	return html`<section id="poof">
		<h2>Poof</h2>
		<p class="meta">${balances.map(([coin, balance]) => `${balance} ${coin}`).join(' · ')}</p>
		${poof.transactions.length === 0 && html`<${Empty}>No invoices and no payouts.<//>`}
		<ul>
			${newestFirst(poof.transactions)
				.slice(0, 50)
				.map((payment) => html`<${Payment} payment=${payment} />`)}
		</ul>
	</section>`;
}

/** What the mail says, as text: markup of strangers is never shown as such. */
function mailText({ text, html: markup }) {
	return text || new DOMParser().parseFromString(markup, 'text/html').body.textContent;
}

function Mail({ mail }) {
	return html`<li class="message" id="mail-${mail.id}" key=${mail.id}>
		<p class="title"><b>${mail.subject || 'No subject'}</b></p>
		<p class="meta">to ${[...mail.to, ...mail.cc, ...mail.bcc].join(', ')} · ${time(mail.at)}</p>
		<p class="said">${mailText(mail).trim()}</p>
		${mail.attachments.length > 0 &&
		html`<p class="meta">
			with ${mail.attachments.map(({ filename, size }) => `${filename} (${size} bytes)`).join(', ')}
		</p>`}
	</li>`;
}

function Gmail({ gmail }) {
	return html`<section id="gmail">
		<h2>Gmail</h2>
		${gmail.messages.length === 0 && html`<${Empty}>No mail has been sent.<//>`}
		<ul>
			${newestFirst(gmail.messages)
				.slice(0, 50)
				.map((mail) => html`<${Mail} mail=${mail} />`)}
		</ul>
	</section>`;
}

function Drive({ drive }) {
	const placeOf = ({ parents }) =>
		drive.files.find(({ id }) => parents.includes(id))?.name ?? 'My Drive';
	const kept = drive.files.filter(({ size, trashed }) => size !== undefined && !trashed);
	return html`<section id="drive">
		<h2>Google Drive</h2>
		<div class="scroll">
			<table>
				<tbody>
					${newestFirst(kept)
						.slice(0, 50)
						.map(
							(file) =>
								html`<tr key=${file.id}>
									<td>${file.name}</td>
									<td>${placeOf(file)}</td>
									<td>${file.size} bytes</td>
								</tr>`,
						)}
				</tbody>
			</table>
		</div>
	</section>`;
}

function Tab({ tab }) {
	const [head = [], ...rows] = tab.rows;
	return html`<h3>${tab.title}</h3>
		${tab.formulas.length > 0 &&
		html`<p class="notice">
			Text became a formula in ${tab.formulas.map(({ cell }) => cell).join(', ')}: it was written as
			USER_ENTERED.
		</p>`}
		${rows.length === 0
			? html`<${Empty}>No rows.<//>`
			: html`<div class="scroll">
					<table>
						<thead>
							<tr>
								${head.map((name) => html`<th>${String(name)}</th>`)}
							</tr>
						</thead>
						<tbody>
							${rows.map(
								(row) =>
									html`<tr>
										${head.map((_name, column) => html`<td>${String(row[column] ?? '')}</td>`)}
									</tr>`,
							)}
						</tbody>
					</table>
				</div>`}`;
}

function Sheets({ sheets }) {
	return html`<section id="sheets">
		<h2>Google Sheets</h2>
		${sheets.spreadsheets.map(
			({ id, title, tabs }) =>
				html`<div key=${id}>
					<p class="meta">${title} · <code>${id}</code></p>
					${tabs.map((tab) => html`<${Tab} tab=${tab} />`)}
				</div>`,
		)}
	</section>`;
}

function Requests({ requests, refusedHosts }) {
	const refused = [...new Set(refusedHosts.map(({ host }) => host))];
	return html`<section id="requests">
		<details>
			<summary>${requests.length} requests received</summary>
			<div class="scroll">
				<table>
					<tbody>
						${newestFirst(requests)
							.slice(0, 100)
							.map(
								({ at, service, operation, method, path, status, fault }) =>
									html`<tr>
										<td>${time(at)}</td>
										<td>${service} ${operation}</td>
										<td><code class="clamp">${method} ${path}</code></td>
										<td>${status ?? 'no answer'}${fault && ` (${fault})`}</td>
									</tr>`,
							)}
					</tbody>
				</table>
			</div>
			${refused.length > 0 &&
			html`<p class="meta">Refused to connect to ${refused.join(', ')}.</p>`}
		</details>
	</section>`;
}

/** A link to an entry may come before the entry does. */
function showLinked() {
	document.querySelector('.linked')?.classList.remove('linked');
	const linked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
	linked?.classList.add('linked');
	linked?.scrollIntoView({ block: 'center' });
}

function Desk() {
	const [state, setState] = useState(null);
	const [samples, setSamples] = useState([]);
	const [connected, setConnected] = useState(true);
	useEffect(() => {
		watch((next) => next && setState(next), setConnected);
		void control('GET', '/samples').then(setSamples);
		addEventListener('hashchange', showLinked);
	}, []);
	useEffect(showLinked, [state === null]);
	if (!state) return html`<p class="loading">Opening the desk …</p>`;

	const { dialnexa, settings } = state;
	const listening = dialnexa.dashboardWebhook || dialnexa.webhooks.some((hook) => hook.is_active);
	return html`<${Header} n8nUrl=${settings.n8nUrl} connected=${connected} />
		<main>
			<${Samples} samples=${samples} listening=${listening} />
			<${Calls} state=${state} />
			<div class="columns">
				<${Slack} slack=${state.slack} />
				<${Poof} poof=${state.poof} />
			</div>
			<div class="columns">
				<${Gmail} gmail=${state.gmail} />
				<${Drive} drive=${state.drive} />
			</div>
			<${Sheets} sheets=${state.sheets} />
			<${Requests} requests=${state.requests} refusedHosts=${state.refusedHosts} />
		</main>`;
}

document.getElementById('desk').replaceChildren();
render(html`<${Desk} />`, document.getElementById('desk'));
