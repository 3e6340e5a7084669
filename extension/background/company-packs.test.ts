import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { withSidecar } = vi.hoisted(() => ({ withSidecar: vi.fn() }));
vi.mock('./sidecar-state.ts', () => ({ withSidecar }));
vi.stubGlobal('chrome', fakeBrowser);
const { takeCompanyPacks } = await import('./company-packs.ts');
const { packsInForce } = await import('../rule-packs.ts');
const { managed, pairing, policyPacks, rulePacks, servicePacks } = await import('../settings.ts');
const { SidecarError } = await import('./sidecar-client.ts');

beforeEach(() => {
  fakeBrowser.reset();
  withSidecar.mockReset();
});

const names = async () => (await packsInForce()).map(({ name }) => name);
const pack = (name: string, parts: object = {}) => ({ name, disable: ['age/young'], ...parts });

test('packs merge in this order: by hand, of the service, of the policy', async () => {
  await rulePacks.set([pack('by hand')]);
  await managed.rulePacks.set([JSON.stringify(pack('policy'))]);
  await pairing.set({ token: 't', role: 'recruiter' });
  withSidecar.mockResolvedValue({ packs: [pack('service')] });
  await takeCompanyPacks();
  expect(await names()).toEqual(['by hand', 'service', 'policy']);
});

test('a pack with a mistake is left out with its line, the others are used', async () => {
  await managed.rulePacks.set(['{\n "name": "Ours",\n "colour": 1\n}', JSON.stringify(pack('good'))]);
  await takeCompanyPacks();
  expect(await names()).toEqual(['good']);
  expect((await policyPacks.get()).refused).toEqual([
    expect.stringMatching(/^Rule pack 1 of the policy, line 3: colour: /),
  ]);
});

test('while the service is away its packs stay; without a pairing there are none', async () => {
  await pairing.set({ token: 't', role: 'recruiter' });
  withSidecar.mockResolvedValueOnce({ packs: [pack('service')] });
  await takeCompanyPacks();
  withSidecar.mockRejectedValueOnce(new SidecarError('absent', 'Nothing answers.', 'Start it.'));
  await takeCompanyPacks();
  expect(await names()).toEqual(['service']);
  await pairing.set(null);
  await takeCompanyPacks();
  expect(await names()).toEqual([]);
});

test('what is the same is not written again: each write makes every frame look anew', async () => {
  await pairing.set({ token: 't', role: 'recruiter' });
  withSidecar.mockResolvedValue({ packs: [pack('service')] });
  await takeCompanyPacks();
  const written = vi.fn();
  servicePacks.watch(written);
  policyPacks.watch(written);
  await takeCompanyPacks();
  expect(written).not.toHaveBeenCalled();
});
