import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** A model as Ollama shows it: where its weights lie and how it is spoken to. */
const shownSchema = z.object({
  modelfile: z.string(),
  template: z.string().optional(),
  license: z.union([z.string(), z.array(z.string())]).optional(),
});

export interface InstalledModelFile {
  /** Path of the model's own file, readable by a program of the same user. */
  readonly path: string;
  readonly template?: string;
  readonly licence?: string;
}

/** Ollama refused a step of a training or a deployment; the message carries its answer. */
export class DeployError extends Error {
  override readonly name = 'DeployError';
}

/**
 * Finds the file behind an installed model (`FROM` of its Modelfile).
 * @throws DeployError when the model is not installed or is not stored as one file.
 */
export async function findModelFile(
  baseUrl: string,
  model: string,
  signal?: AbortSignal,
): Promise<InstalledModelFile> {
  const response = await post(`${baseUrl}/api/show`, JSON.stringify({ model }), signal);
  if (response.status === 404)
    throw new DeployError(`The model "${model}" is not installed. To install it: ollama pull ${model}`);
  const shown = shownSchema.parse(await okJson(response));
  const path = /^FROM (\/.*|[A-Za-z]:\\.*)$/m.exec(shown.modelfile)?.[1];
  if (path === undefined)
    throw new DeployError(`Ollama does not say where "${model}" is stored; give the model file itself.`);
  const licence = Array.isArray(shown.license) ? shown.license.join('\n\n') : shown.license;
  return { path, ...(shown.template ? { template: shown.template } : {}), ...(licence ? { licence } : {}) };
}

export interface Deployment {
  readonly baseUrl: string;
  /** Such as `autorefine:2026-01-31-1a2b3c4d`. */
  readonly name: string;
  readonly path: string;
  readonly template?: string;
  readonly licence?: string;
  readonly signal?: AbortSignal;
}

/**
 * Gives a model file to Ollama under a name: uploads it unless it is there already, then creates the model.
 * @returns the file's SHA-256 digest. Ollama may store it under another, because it reorders metadata.
 * @throws DeployError with Ollama's own answer.
 */
export async function deployModel(deployment: Deployment): Promise<string> {
  const { baseUrl, signal } = deployment;
  const digest = await fileDigest(deployment.path);
  const blob = `${baseUrl}/api/blobs/sha256:${digest}`;
  const known = await fetch(blob, { method: 'HEAD', ...(signal ? { signal } : {}) });
  if (known.status !== 200) {
    const body = Readable.toWeb(createReadStream(deployment.path));
    const response = await fetch(blob, {
      method: 'POST',
      // Node's and the browser's stream types differ in name only; `duplex` is required for a streamed body.
      body: body as unknown as BodyInit,
      headers: { 'content-length': String(statSync(deployment.path).size) },
      duplex: 'half',
      ...(signal ? { signal } : {}),
    } as RequestInit & { duplex: 'half' });
    if (!response.ok) throw new DeployError(`Ollama did not take the model file: ${await response.text()}`);
  }
  const request = {
    model: deployment.name,
    files: { 'model.gguf': `sha256:${digest}` },
    stream: false,
    ...(deployment.template ? { template: deployment.template } : {}),
    ...(deployment.licence ? { license: deployment.licence } : {}),
  };
  await okJson(await post(`${baseUrl}/api/create`, JSON.stringify(request), signal));
  return digest;
}

/** Gives a model a second name; the weights are stored once. What had that name before loses it. */
export async function copyModel(
  baseUrl: string,
  source: string,
  destination: string,
  signal?: AbortSignal,
): Promise<void> {
  const response = await post(`${baseUrl}/api/copy`, JSON.stringify({ source, destination }), signal);
  if (!response.ok)
    throw new DeployError(`Ollama did not copy "${source}" (${response.status}): ${await response.text()}`);
}

/** Takes a model out of Ollama. A model that is not there is no error. */
export async function removeModel(baseUrl: string, model: string, signal?: AbortSignal): Promise<void> {
  const response = await fetch(`${baseUrl}/api/delete`, {
    method: 'DELETE',
    body: JSON.stringify({ model }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok && response.status !== 404)
    throw new DeployError(`Ollama did not remove "${model}": ${await response.text()}`);
}

/** SHA-256 of a file, in hex. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function post(url: string, body: string, signal: AbortSignal | undefined): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
    ...(signal ? { signal } : {}),
  });
}

async function okJson(response: Response): Promise<unknown> {
  if (!response.ok) throw new DeployError(`Ollama answered ${response.status}: ${await response.text()}`);
  return response.json();
}
