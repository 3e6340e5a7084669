import { OpenAPIHono } from '@hono/zod-openapi';
import { answerOf } from './routes/answer-of-error.ts';
import { auditLogRoutes } from './routes/audit-log.ts';
import { backupRoutes } from './routes/backups.ts';
import { candidateRoutes } from './routes/candidates.ts';
import { decisionRoutes } from './routes/decisions.ts';
import type { AppDependencies } from './routes/dependencies.ts';
import { estimateRoutes } from './routes/estimate.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { matchRoutes } from './routes/match.ts';
import { pairingRoutes } from './routes/pairing.ts';
import { policyRoutes } from './routes/policies.ts';
import { patternOf, problemResponse } from './routes/problem-response.ts';
import { reportRoutes } from './routes/report.ts';
import { retentionRoutes } from './routes/retention.ts';
import { rewriteRoutes } from './routes/rewrite.ts';
import { rulePackRoutes } from './routes/rule-packs.ts';
import { sampleFormRoutes } from './routes/sample-form.ts';
import { settingsRoutes } from './routes/settings.ts';
import { startPageRoutes } from './routes/start-page.ts';
import { statementRoutes } from './routes/statements.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { trainingRunRoutes } from './routes/training-runs.ts';
import { HttpProblem } from './security/http-problem.ts';
import { requireKnownOrigin, requireLocalHost } from './security/local-requests.ts';

/**
 * The service. Every request must name this machine as its host; everything under `/v1` refuses the origins of web
 * pages, and every route there but health and pairing needs a token with the role it declares.
 */
export function createApp(dependencies: AppDependencies) {
  const { log, version, extensionDirectory } = dependencies;
  const api = new OpenAPIHono()
    .route('/', healthRoutes(dependencies))
    .route('/', pairingRoutes(dependencies))
    .route('/', tokenRoutes(dependencies))
    .route('/', candidateRoutes(dependencies))
    .route('/', importRoutes(dependencies))
    .route('/', retentionRoutes(dependencies))
    .route('/', backupRoutes(dependencies))
    .route('/', settingsRoutes(dependencies))
    .route('/', rulePackRoutes(dependencies))
    .route('/', trainingRunRoutes(dependencies))
    .route('/', policyRoutes(dependencies))
    .route('/', matchRoutes(dependencies))
    .route('/', estimateRoutes(dependencies))
    .route('/', rewriteRoutes(dependencies))
    .route('/', statementRoutes(dependencies))
    .route('/', decisionRoutes(dependencies))
    .route('/', reportRoutes(dependencies))
    .route('/', auditLogRoutes(dependencies));

  const app = new OpenAPIHono();
  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - start);
    log.write({
      event: 'request',
      method: c.req.method,
      route: patternOf(c),
      status: c.res.status,
      milliseconds,
    });
  });
  app.use(requireLocalHost());
  app.use('/v1/*', requireKnownOrigin());
  app.route('/v1', api);
  app.route('/sample', sampleFormRoutes());
  app.route('/start', startPageRoutes(extensionDirectory));

  app.openAPIRegistry.registerComponent('securitySchemes', 'pairingToken', {
    type: 'http',
    scheme: 'bearer',
  });
  app.doc31('/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'AutoRefine', version, description: 'The local companion service. Bound to 127.0.0.1.' },
  });

  app.notFound((c) => {
    throw new HttpProblem(
      404,
      `There is nothing at ${c.req.method} of this address.`,
      'See /v1/openapi.json.',
    );
  });
  app.onError((error, c) => problemResponse(c, answerOf(error, patternOf(c), log)));
  return app;
}
