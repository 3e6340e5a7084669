import { createRoute } from '@hono/zod-openapi';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import type { CompanySettings } from '../../shared/protocol/company-data.ts';
import type { Settings } from '../storage/settings.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, jsonBody, jsonRequest, replyOf, routeOf } from './route-parts.ts';

export function settingsRoutes({ clients, store }: AppDependencies) {
  const { settings, saveSettings } = analystCalls;
  const read = createRoute({ ...routeOf(settings, clients), responses: replyOf(settings, 'The switches') });
  const save = createRoute({
    ...routeOf(saveSettings, clients, ...jsonBody(16 * 1024)),
    request: jsonRequest(saveSettings.body),
    responses: replyOf(saveSettings, 'The switches as kept'),
  });
  return createRouter()
    .openapi(read, (c) => c.json(toCompanySettings(store.settings.read()), 200))
    .openapi(save, (c) => {
      const { retentionDays, ...changes } = c.req.valid('json');
      const kept = store.transaction(() => {
        store.settings.setRetention(retentionDays ?? undefined);
        const { measuring, optimising, exploring, nightlyTraining } = changes;
        store.auditLog.add(c.get('client').client, 'settings-changed', {
          measuring,
          optimising,
          exploring,
          nightlyTraining: nightlyTraining.on,
        });
        return store.settings.update(changes);
      });
      return c.json(toCompanySettings(kept), 200);
    });
}

function toCompanySettings(settings: Settings): CompanySettings {
  const { measuring, optimising, exploring, jurisdictions, nightlyTraining, retentionDays = null } = settings;
  return { measuring, optimising, exploring, retentionDays, jurisdictions, nightlyTraining };
}
