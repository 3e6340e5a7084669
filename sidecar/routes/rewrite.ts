import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { hashText } from '../../shared/hash.ts';
import { type Rewrite, type RewriteRequest, rewriteRequestSchema } from '../../shared/protocol/rewrite.ts';
import type { LoggedRewrite } from '../storage/rewrites.ts';
import { answerOf } from './answer-of-error.ts';
import type { AppDependencies } from './dependencies.ts';
import { requireText } from './posting-text.ts';
import { createRouter, forRole, jsonBody, jsonRequest, problemResponses } from './route-parts.ts';

export function rewriteRoutes({ clients, rewriter, store, log }: AppDependencies) {
  const rewrite = createRoute({
    method: 'post',
    path: '/rewrite',
    summary: 'Rewrites a posting; closing the connection cancels it',
    ...forRole('recruiter', clients, ...jsonBody()),
    request: jsonRequest(rewriteRequestSchema),
    responses: {
      200: {
        description:
          'Server-sent events: progress and edit while it works, then done (the rewrite) or error (a problem)',
        content: { 'text/event-stream': { schema: z.string() } },
      },
      ...problemResponses,
    },
  });
  return createRouter().openapi(rewrite, (c) => {
    const request = c.req.valid('json');
    requireText(request.text);
    return streamSSE(c, async (stream) => {
      const cancel = new AbortController();
      stream.onAbort(() => cancel.abort());
      const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) });
      try {
        const result = await rewriter.rewrite(request, {
          signal: cancel.signal,
          onEvent: (event) => void send(event.type, event.type === 'edit' ? event.edit : event.progress),
        });
        store.rewrites.add(toLogged(request, result));
        await send('done', result);
      } catch (error) {
        if (cancel.signal.aborted) return;
        await send('error', answerOf(error, '/v1/rewrite', log).document);
      }
    });
  });
}

function toLogged(request: RewriteRequest, { edits, refused, estimate }: Rewrite): LoggedRewrite {
  const name = ({ source, ruleId }: Rewrite['edits'][number]) => ({ source, ...(ruleId ? { ruleId } : {}) });
  return {
    textHash: hashText(request.text),
    engine: request.engine,
    edits: edits.map(name),
    refused: refused.map(({ edit, fact }) => ({ ...name(edit), factKind: fact.kind })),
    ...(estimate ? { verdict: estimate.verdict } : {}),
  };
}
