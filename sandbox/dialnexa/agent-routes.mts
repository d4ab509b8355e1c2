import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Settings } from '../settings.mts';
import { checked, present, Refusal } from './errors.mts';
import { type Agent, type AgentVersion, newId, type Workspace } from './workspace.mts';

const analysisFields = z.array(
	z.object({
		field_name: z.string().min(1),
		field_type: z.enum(['NUMBER', 'STRING', 'BOOLEAN', 'ENUM']),
		field_description: z.string(),
		additional_fields: z.unknown().optional(),
	}),
);
/** The fields of an agent version that are kept one by one; DialNexa ignores what it does not know. */
const written = z.object({
	title: z.string().max(70).optional(),
	version_title: z.string().max(35).nullish(),
	prompt_text: z.string().optional(),
	timezone: z.string().optional(),
	webhook_id: z.string().optional(),
	post_call_analysis: analysisFields.optional(),
	postcall_analysis: analysisFields.optional(),
	language_id: z.string().optional(),
	voice_id: z.string().optional(),
	llm_id: z.string().optional(),
	transcriber_id: z.string().nullish(),
	post_call_analysis_llm_id: z.string().nullish(),
});
const creation = written
	.extend({
		agent_type: z.enum(['Single_Prompt_Agent', 'Conversational_Flow_Agent']).optional(),
		pipeline_type: z.enum(['Cascaded', 'Speech_To_Speech']).optional(),
	})
	.required({ title: true, language_id: true, voice_id: true, prompt_text: true });
const change = written.extend({
	version_number: z.number().int(),
	is_published: z.boolean().optional(),
});

type AnalysisField = AgentVersion['postcall_analysis'][number];

/** A field as the OpenAPI file has it: without the choices that production was seen to keep. */
const withoutChoices = ({ additional_fields: _choices, ...field }: AnalysisField) => field;

function writeVersion(
	version: AgentVersion,
	given: z.infer<typeof written>,
	keepsChoices: boolean,
) {
	const { title, version_title, prompt_text, post_call_analysis, postcall_analysis, ...rest } =
		given;
	const { timezone: _agents, webhook_id: _too, ...settings } = rest;
	version.title = title ?? version.title;
	version.version_title = version_title ?? version.version_title;
	version.prompt_text = prompt_text ?? version.prompt_text;
	const analysis = post_call_analysis ?? postcall_analysis;
	if (analysis) version.postcall_analysis = keepsChoices ? analysis : analysis.map(withoutChoices);
	for (const [key, value] of Object.entries(settings)) {
		if (value !== undefined && key in written.shape) version.settings[key] = value;
	}
}

/** `/v1/agents`: a draft version can be written, a published one only be read. */
export function agentRoutes(app: FastifyInstance, workspace: Workspace, settings: Settings) {
	const inProduction = () => settings.dialnexa.envelopes === 'production';

	function shown(agent: Agent) {
		const versions = agent.versions.map(({ settings: kept, ...version }) => ({
			agent_id: agent.id,
			...version,
			// Seen in production: the number comes as text.
			version_number: inProduction() ? String(version.version_number) : version.version_number,
			agent_functions: [],
			pronunciations: [],
			...kept,
		}));
		const current = versions.filter((version) => version.is_published).at(-1) ?? versions.at(-1);
		return {
			...agent,
			folder_id: null,
			current_version_number: current ? Number(current.version_number) : null,
			current_version: current ?? null,
			versions,
		};
	}
	/** Production wraps every answer but those of `/v1/calls`. */
	const wrapped = (answer: unknown) =>
		inProduction() ? { statusCode: 200, data: answer } : answer;
	const find = (id: string) =>
		present(
			workspace.agents.find((held) => held.id === id),
			'Agent',
		);

	app.get('/v1/agents', { config: { operation: 'listAgents' } }, async () =>
		wrapped({ agents: workspace.agents.map(shown) }),
	);

	app.get<{ Params: { id: string } }>(
		'/v1/agents/:id',
		{ config: { operation: 'getAgent' } },
		async (request) => wrapped(shown(find(request.params.id))),
	);

	app.post('/v1/agents', { config: { operation: 'createAgent' } }, async (request, reply) => {
		const given = checked(creation, request.body);
		const version: AgentVersion = {
			version_number: 1,
			version_title: 'Version 1',
			title: given.title,
			is_published: false,
			prompt_text: given.prompt_text,
			postcall_analysis: [],
			settings: {},
		};
		const { agent_type = 'Single_Prompt_Agent', pipeline_type = 'Cascaded', ...rest } = given;
		writeVersion(version, rest, inProduction());
		const now = new Date().toISOString();
		const agent: Agent = {
			id: newId('agent'),
			timezone: given.timezone ?? 'UTC',
			agent_type,
			pipeline_type: agent_type === 'Single_Prompt_Agent' ? pipeline_type : null,
			webhook_id: given.webhook_id ?? null,
			versions: [version],
			created_at: now,
			updated_at: now,
		};
		workspace.agents.push(agent);
		workspace.changed();
		reply.code(201);
		return wrapped(shown(agent));
	});

	app.patch<{ Params: { id: string } }>(
		'/v1/agents/:id',
		{ config: { operation: 'updateAgent' } },
		async (request) => {
			const agent = find(request.params.id);
			const given = checked(change, request.body);
			const version = present(
				agent.versions.find(({ version_number }) => version_number === given.version_number),
				'Agent version',
			);
			if (version.is_published) {
				throw new Refusal(400, 'Published versions cannot be updated');
			}
			const { version_number: _number, is_published, ...rest } = given;
			writeVersion(version, rest, inProduction());
			version.is_published = is_published ?? false;
			agent.timezone = given.timezone ?? agent.timezone;
			agent.webhook_id = given.webhook_id ?? agent.webhook_id;
			agent.updated_at = new Date().toISOString();
			workspace.changed();
			return wrapped(shown(agent));
		},
	);

	app.delete<{ Params: { id: string } }>(
		'/v1/agents/:id',
		{ config: { operation: 'deleteAgent' } },
		async (request) => {
			const { id } = find(request.params.id);
			workspace.agents = workspace.agents.filter((agent) => agent.id !== id);
			workspace.changed();
			return wrapped({ success: true, message: 'Agent deleted successfully' });
		},
	);
}
