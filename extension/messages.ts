import { z } from 'zod';
import { rulePackSchema } from '../shared/detection/rule-pack.ts';
import { checkSchema } from '../shared/protocol/check.ts';
import { editSchema, editSources } from '../shared/protocol/edit.ts';
import { estimateSchema } from '../shared/protocol/rewrite.ts';
import { healthSchema, roleSchema } from '../shared/protocol/sidecar.ts';

/**
 * Every message between the parts of the extension, parsed at each border. Three kinds of sender, three allow-lists:
 * frames (content scripts), the extension's own pages, and the worker. A page's own script can send none of them. What goes over
 * ports stands in `port-messages.ts`.
 */

export const fieldRoles = ['title', 'body', 'section', 'pay', 'location', 'employment-type'] as const;

/** Editors whose own interface must make the change, because their undo does not see the browser's. */
export const pageEditorFamilies = [
  'tinymce',
  'ckeditor4',
  'ckeditor5',
  'summernote',
  'trix',
  'lexical',
] as const;

/** A change of the selection: as plain text, and as the editing command of the browser that keeps its formatting. */
export const pageEditSchema = z.object({
  family: z.enum(pageEditorFamilies),
  text: z.string(),
  command: z.enum(['delete', 'insertText', 'insertHTML']),
  value: z.string(),
});

/** Editors that take many changes as one step of their own undo. */
export const pageRewriteFamilies = [...pageEditorFamilies, 'slate', 'draft'] as const;

/** Changes within text nodes of the focused editor, from the last to the first; `path` leads to the node, child by child. */
export const pageRewriteSchema = z.object({
  family: z.enum(pageRewriteFamilies),
  pieces: z.array(
    z.object({
      path: z.array(z.int().nonnegative()),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      text: z.string(),
    }),
  ),
});

/** Which field of a site the user said to be the posting, or not to be one; `field` is its signature. */
export const fieldChoiceSchema = z.object({ field: z.string(), role: z.enum([...fieldRoles, 'none']) });

/** What a frame needs to know of the settings; it never sees the storage itself. */
export const frameSettingsSchema = z.object({
  on: z.boolean(),
  jurisdictions: z.array(z.string()),
  /** Rules that the company added. */
  packs: z.array(rulePackSchema),
  /** Beginnings or parts of paths at which these packs know a posting form on this site. */
  sitePaths: z.array(z.string()),
  /** Number of employees, for laws that hold from a size on; null when not told. */
  employerSize: z.int().positive().nullable(),
  ignoredTerms: z.array(z.string()),
  ignoredRules: z.array(z.string()),
  fieldChoices: z.array(fieldChoiceSchema),
  /** `boxes` draws marks as separate boxes, for pages where highlights do not show. */
  drawing: z.enum(['highlights', 'boxes']),
});

/** One field of the posting form as the content script sees it. `revision` grows with every change of its text. */
export const fieldStateSchema = z.object({
  fieldId: z.string(),
  role: z.enum(fieldRoles),
  editor: z.string(),
  label: z.string(),
  revision: z.int(),
  text: z.string(),
  english: z.boolean(),
  check: checkSchema,
});

/** A mark that was called wrong: its rule, and the hash buckets of the words of its sentence (`frame/sentence-words.ts`). */
export const wrongVerdictSchema = z.object({
  ruleId: z.string().max(200),
  category: z.string().max(40),
  words: z.array(z.int().nonnegative()).max(2_000),
});

/** Messages a frame may send to the worker. */
export const frameMessageSchema = z.discriminatedUnion('type', [
  /** With `onlyAt`, the fields count only if a posting form is known to be at this path. */
  z.object({ type: z.literal('frame/field-found'), onlyAt: z.string().max(2_000).optional() }), // -> { started: boolean }
  z.object({ type: z.literal('frame/fields'), fields: z.array(fieldStateSchema) }),
  z.object({ type: z.literal('frame/open-panel'), fieldId: z.string().optional() }),
  z.object({
    type: z.literal('frame/decision'),
    ruleId: z.string(),
    category: z.string(),
    source: z.enum(editSources),
    decision: z.enum(['accepted', 'rejected', 'ignored', 'wrong']),
  }),
  z.object({ type: z.literal('frame/wrong'), verdict: wrongVerdictSchema }),
  z.object({ type: z.literal('frame/settings') }), // -> FrameSettings
  z.object({ type: z.literal('frame/ignore'), scope: z.enum(['term', 'rule']), value: z.string().max(200) }),
  /** Asks for one change through the editor's own interface, at the selection, in the page's world. */
  z.object({
    type: z.literal('frame/page-editor'),
    edit: pageEditSchema,
  }), // -> { done: boolean }
  /** The same for many changes that one undo takes back. */
  z.object({ type: z.literal('frame/page-rewrite'), rewrite: pageRewriteSchema }), // -> { done: boolean }
]);

/** Messages the worker sends to a frame; each has the reply named beside it. */
export const frameCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('command/report-fields') }), // -> { fields: FieldState[] }
  z.object({
    type: z.literal('command/apply'),
    fieldId: z.string(),
    revision: z.int(),
    edits: z.array(editSchema),
  }), // -> ApplyResult
  z.object({ type: z.literal('command/show-finding'), fieldId: z.string(), start: z.int(), end: z.int() }),
  z.object({ type: z.literal('command/open-card') }),
  z.object({ type: z.literal('command/next-mark') }),
  z.object({ type: z.literal('command/previous-mark') }),
  z.object({
    type: z.literal('command/choose-field'),
    fieldId: z.string().optional(),
    role: fieldChoiceSchema.shape.role,
  }), // -> FieldChoice, or null when there is no such field
  z.object({ type: z.literal('command/settings-changed') }),
  z.object({ type: z.literal('command/stop') }),
]);

export const applyResultSchema = z.object({
  /** Edits whose read-back showed them in the field; never more than really landed. */
  applied: z.array(editSchema),
  notApplied: z.array(z.object({ edit: editSchema, why: z.string() })),
  /** How many times the user must undo to take the whole change back. */
  undoSteps: z.int(),
  copiedToClipboard: z.boolean(),
});

/** Requests of the extension's own pages (side panel, popup, options, welcome, dashboard) to the worker. */
export const pageRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('page/state'), tabId: z.int().optional() }), // -> PageState
  z.object({
    type: z.literal('page/apply'),
    tabId: z.int(),
    frameId: z.int(),
    fieldId: z.string(),
    revision: z.int(),
    edits: z.array(editSchema),
  }), // -> ApplyResult
  z.object({
    type: z.literal('page/show-finding'),
    tabId: z.int(),
    frameId: z.int(),
    fieldId: z.string(),
    start: z.int(),
    end: z.int(),
  }),
  z.object({ type: z.literal('page/health') }), // -> SidecarState
  z.object({ type: z.literal('page/pair'), code: z.string(), port: z.int() }), // -> SidecarState
  z.object({ type: z.literal('page/unpair') }),
  z.object({ type: z.literal('page/estimate'), original: z.string(), rewritten: z.string() }), // -> EstimateReply
  /** One call of the dashboard; `call` names it in `analystCalls`, by which the worker checks the rest. */
  z.object({
    type: z.literal('page/analyst'),
    call: z.string().max(60),
    parameters: z.unknown(),
    /** Absent where the call has none: what is undefined does not travel. */
    body: z.unknown().optional(),
  }), // -> AnalystAnswer
  z.object({
    type: z.literal('page/decisions'),
    postingId: z.string(),
    decisions: z.array(
      z.object({
        ruleId: z.string(),
        category: z.string(),
        source: z.enum(editSources),
        decision: z.enum(['accepted', 'rejected', 'ignored', 'wrong']),
      }),
    ),
  }),
  z.object({ type: z.literal('page/site'), host: z.string(), on: z.boolean() }),
  z.object({ type: z.literal('page/sites') }), // -> { sites: SiteRow[] }
  /** Corrects which field is the posting, remembered for the site. Without `fieldId`: the field last typed in. */
  z.object({
    type: z.literal('page/choose-field'),
    tabId: z.int(),
    frameId: z.int().optional(),
    fieldId: z.string().optional(),
    role: fieldChoiceSchema.shape.role,
  }), // -> { chosen: boolean }
]);

export const sidecarStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('absent'), detail: z.string() }),
  z.object({ state: z.literal('unpaired'), health: healthSchema }),
  z.object({ state: z.literal('paired'), health: healthSchema, role: roleSchema }),
]);

export const siteOnPageSchema = z.object({
  /** `off` can be switched on with one click, unless the company keeps it off. */
  site: z.enum(['on', 'off', 'unsupported']),
  /** What the browser is asked for to switch the site on, such as `https://*.example.com/*`. */
  origin: z.string(),
  /** The company's word on the site: named in a rule pack, or kept on or off by its policy. */
  company: z.enum(['lists', 'on', 'off']).optional(),
});

export const siteRowSchema = siteOnPageSchema.extend({
  /** A host, or `*.` and a domain. */
  host: z.string(),
  /** What a rule pack calls the site. */
  name: z.string().optional(),
});

export const pageStateSchema = siteOnPageSchema.extend({
  tabId: z.int(),
  host: z.string(),
  fields: z.array(fieldStateSchema.extend({ frameId: z.int() })),
  sidecar: sidecarStateSchema,
});

const failureSchema = z.object({ ok: z.literal(false), reason: z.string(), mend: z.string() });
export const estimateReplySchema = z.union([
  z.object({ ok: z.literal(true), estimate: estimateSchema }),
  failureSchema,
]);
/** `reply` is parsed again, in the page, by the schema of the call. */
export const analystAnswerSchema = z.union([
  z.object({ ok: z.literal(true), reply: z.unknown() }),
  failureSchema,
]);

export type PageEditorFamily = (typeof pageEditorFamilies)[number];
export type WrongVerdict = z.infer<typeof wrongVerdictSchema>;
export type PageRewrite = z.infer<typeof pageRewriteSchema>;
export type PageEdit = z.infer<typeof pageEditSchema>;
export type FieldChoice = z.infer<typeof fieldChoiceSchema>;
export type FrameSettings = z.infer<typeof frameSettingsSchema>;
export type FieldRole = (typeof fieldRoles)[number];
export type FieldState = z.infer<typeof fieldStateSchema>;
export type FrameMessage = z.infer<typeof frameMessageSchema>;
export type FrameCommand = z.infer<typeof frameCommandSchema>;
export type ApplyResult = z.infer<typeof applyResultSchema>;
export type PageRequest = z.infer<typeof pageRequestSchema>;
export type SidecarState = z.infer<typeof sidecarStateSchema>;
export type SiteOnPage = z.infer<typeof siteOnPageSchema>;
export type SiteRow = z.infer<typeof siteRowSchema>;
export type PageState = z.infer<typeof pageStateSchema>;
export type EstimateReply = z.infer<typeof estimateReplySchema>;
