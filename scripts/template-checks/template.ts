// What a template file is, and how its steps hang together.
import { z } from 'zod';

export const PACKAGE = 'n8n-nodes-dialnexa-poof';
export const STICKY = 'n8n-nodes-base.stickyNote';

const linkSchema = z.object({ node: z.string(), type: z.literal('main'), index: z.number() });

export const templateSchema = z
	.object({
		name: z.string().max(80),
		nodes: z.array(
			z
				.object({
					id: z.string().uuid(),
					name: z.string(),
					type: z.string(),
					typeVersion: z.number(),
					position: z.tuple([z.number(), z.number()]),
					parameters: z.record(z.string(), z.unknown()),
				})
				.passthrough(),
		),
		connections: z.record(
			z.string(),
			z.object({ main: z.array(z.array(linkSchema).nullable()) }).strict(),
		),
		settings: z.record(z.string(), z.unknown()),
	})
	.strict();

export type Template = z.infer<typeof templateSchema>;
export type TemplateNode = Template['nodes'][number];

/** The nodes that a node's output leads to, output by output. */
export function outputsOf(template: Template, name: string): string[][] {
	return (template.connections[name]?.main ?? []).map((links) =>
		(links ?? []).map(({ node }) => node),
	);
}

export const isTrigger = ({ type }: TemplateNode) => /trigger$/i.test(type);

/** What the triggers lead to, without going through the nodes in `closed`. */
export function reachable(template: Template, closed: string[] = []): Set<string> {
	const found = new Set(template.nodes.filter(isTrigger).map(({ name }) => name));
	for (const name of found)
		outputsOf(template, name)
			.flat()
			.filter((next) => !closed.includes(next))
			.forEach((next) => found.add(next));
	return found;
}
