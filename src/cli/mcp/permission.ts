import type { InputRequiredResult, ServerContext } from '@modelcontextprotocol/server';
import type { Entry } from '../../lib/vault/entry.ts';
import { entryFor } from './allowed.ts';
import type { Approver } from './approval/approver.ts';
import { answerIn, question, stateOf } from './approval/elicitation.ts';
import { PendingApprovals } from './approval/pending.ts';
import type { AuditEvent, AuditLog } from './audit/log.ts';
import type { ClientFacts } from './client.ts';
import type { Clock } from './clock.ts';
import { asData, quoted } from './data.ts';
import { RateLimit } from './rate.ts';
import { Refusal } from './refusal.ts';
import type { Rule, Settings } from './settings.ts';
import type { VaultSession } from './vault-session.ts';

/** A call of a tool for an entry. */
export interface Call {
  readonly tool: string;
  /** The name in mcp.json. */
  readonly entry: string;
  /** What is wanted, as a part of “… asks for …”. */
  readonly wanted: (rule: Rule) => string;
  readonly client: ClientFacts;
  readonly context: ServerContext;
}

/** What a permitted call may work with. */
export interface Permit {
  readonly rule: Rule;
  readonly approval: NonNullable<AuditEvent['approval']>;
}

/** Where the server keeps what it knows; for all connections of a process. */
export interface PermissionParts {
  readonly settings: Settings;
  readonly vault: VaultSession;
  readonly audit: AuditLog;
  readonly approver: Approver;
  readonly clock: Clock;
}

/** Decides whether a call gets what it wants, and writes each decision down. */
export class Permission {
  readonly #parts: PermissionParts;
  readonly #rate: RateLimit;
  readonly #pending = new PendingApprovals();
  /** Names of the entries that the person does not want to be asked about again. */
  readonly #declined = new Set<string>();

  constructor(parts: PermissionParts) {
    this.#parts = parts;
    this.#rate = new RateLimit(parts.settings.limits);
  }

  /**
   * The permit, or the question that the client must put to the person first.
   *
   * @throws Refusal
   */
  async of(call: Call): Promise<Permit | InputRequiredResult> {
    const { entry: name, context } = call;
    const { settings, clock, vault } = this.#parts;
    const rule = Object.hasOwn(settings.entries, name) ? settings.entries[name] : undefined;
    if (rule === undefined) {
      throw new Refusal(
        'not-allowed',
        'No entry of that name is allowed. list_accounts tells those that are; only the person can allow more, in mcp.json.',
      );
    }
    const state = stateOf(context);
    if (state !== undefined) return this.#answered(call, rule, state);
    if (this.#declined.has(name)) {
      throw new Refusal(
        'declined-before',
        'The person declined this before and is not asked again. Do not retry.',
      );
    }
    this.#rate.take(name, clock.steady());
    const label = await vault.use((entries) => labelOf(entryFor(rule, entries)));
    if (rule.approval === 'always') return { rule, approval: 'always' };
    return this.#ask(call, rule, label);
  }

  async #ask(call: Call, rule: Rule, label: string): Promise<Permit | InputRequiredResult> {
    const { tool, entry, client, context } = call;
    const { approver, clock } = this.#parts;
    const text = `${quoted(client.name)} asks for ${call.wanted(rule)} of ${label} (${entry}). Allow it?`;
    if (client.canAsk) {
      await this.note(call, { outcome: 'asked', approval: 'elicitation' });
      return question(text, this.#pending.add({ tool, entry }, clock.steady()));
    }
    await this.note(call, { outcome: 'asked', approval: 'terminal' });
    const answer = await approver.ask({ entry, text }, context.mcpReq.signal);
    if (answer === 'nobody') {
      throw new Refusal(
        'nobody-to-ask',
        'The person must approve this, and there was no way to ask: this client cannot put questions to people, and nobody answered on a terminal. Do not retry.',
      );
    }
    if (answer === 'no') throw this.#decline(entry);
    return { rule, approval: 'terminal' };
  }

  #answered({ tool, entry, context }: Call, rule: Rule, state: string): Permit {
    if (!this.#pending.take(state, { tool, entry }, this.#parts.clock.steady())) {
      throw new Refusal('approval-over', 'That question is not open any more. Call again to ask.');
    }
    const answer = answerIn(context);
    if (answer === 'decline') throw this.#decline(entry);
    if (answer === 'cancel') throw new Refusal('declined', 'The person did not approve this.');
    return { rule, approval: 'elicitation' };
  }

  #decline(entry: string): Refusal {
    this.#declined.add(entry);
    return new Refusal(
      'declined',
      'The person declined. Do not ask for this again; go on without it.',
    );
  }

  /** Writes down what became of a call. */
  async note(
    { tool, entry, client }: Call,
    event: Omit<AuditEvent, 'tool' | 'entry' | 'client'>,
  ): Promise<void> {
    const { audit, clock } = this.#parts;
    await audit.write({ client: client.name, tool, entry: asData(entry), ...event }, clock.now());
  }
}

function labelOf({ otp: { issuer, account } }: Entry): string {
  const names = [issuer, account].filter((name) => name !== '');
  return names.length === 0 ? 'an entry without names' : names.map(quoted).join(', ');
}
