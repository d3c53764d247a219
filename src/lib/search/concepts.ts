import { remembered } from './remembered.ts';
import { stem, wordsOf } from './words.ts';

/**
 * What people mean, and the ways they say it. The name of a concept is one word
 * that stands for all of them; the ways may have several words and are told apart
 * by the longest that fits.
 */
const ways: Readonly<Record<string, string>> = {
  mfa:
    '2fa, tfa, 2sv, two factor, 2 factor, two factor authentication, 2 factor authentication, ' +
    'two factor auth, two step, 2 step, two step verification, 2 step verification, ' +
    'two step authentication, two step login, 2 step login, two step sign in, 2 step sign in, ' +
    'two factor login, 2 factor login, two factor sign in, second step, 2nd factor, multi factor, multi factor authentication, multifactor, ' +
    'multifactor authentication, second factor, mfa authentication, 2fa authentication',
  code:
    'verification code, security code, authentication code, authenticator code, auth code, otp, ' +
    'otp code, one time code, one time password, one time pass code, one time passcode, passcode, ' +
    'pass code, token, token code, 6 digit code, six digit code, 6 digits, six digits, digits, number code',
  otherapp:
    'google authenticator, microsoft authenticator, authy, duo, duo mobile, lastpass, lastpass authenticator, ' +
    'bitwarden, 1password, okta verify, aegis, ente, ente auth, keepass, keepassxc, proton pass, 2fas, raivo, ' +
    'apple passwords, icloud keychain, dashlane, freeotp, andotp, stratum, winauth',
  totp: 'rfc 6238, time based one time password, time based code',
  app: 'authenticator, authenticator app, authentication app, auth app, authenticators',
  phone:
    'mobile, mobile phone, cell, cell phone, cellphone, smartphone, iphone, android, android phone, handset',
  phonenumber:
    'phone number, mobile number, telephone number, old number, number changed, changed phone number, ' +
    'change phone number, new phone number, changed number, old phone number',
  lost: 'lose, stole, stolen, missing, broke, broken, break, dead, died, gone, smashed, damaged, destroyed, wiped, no longer have, dropped, reset my phone, factory reset, fell, drowned, water, cracked, crushed, sold, bricked, no longer mine',
  locked:
    'locked out, lockout, lock out, cant log in, can not log in, cannot log in, cant login, cannot login, ' +
    'cant sign in, cannot sign in, can not sign in, get back in, get in, cant get in, cannot get in, ' +
    'lost access, no access, cant access, cannot access, regain access, recover, recovery, account recovery, recover account, recover access',
  remove:
    'delete, deactivate, disable, turn off, switch off, unregister, unenroll, get rid, take off, detach',
  enable:
    'turn on, switch on, activate, set up, setup, setting up, enrol, enroll, enrolment, enrollment, ' +
    'register, configure, add mfa, create mfa, get started',
  mandatory:
    'required, require, requirement, obligatory, compulsory, must, enforced, enforce, enforcement, forced, forces, force, have to, has to, necessary, optional, obliged',
  postpone:
    'skip, delay, defer, grace period, remind, put off, deadline, ignore, ignored, refuse to',
  rejected:
    'reject, refused, refuse, refuses, invalid, incorrect, wrong, fail, fails, failed, failing, failure, not working, doesnt work, ' +
    'does not work, not work, dont work, do not work, wont work, stopped working, stop working, isnt working, never works, no longer works, no longer work, not accepted, ' +
    'wont accept, doesnt accept, does not accept, not accept, not valid, not correct, not recognized, isnt accepted, isnt valid, error, problem, trouble',
  denied:
    'deny, denies, denied, access deny, access denied, no rights, have rights, not have rights, dont have rights, enough rights, lack rights, not authorized, unauthorized, not allowed, forbidden, permission, permissions, ' +
    'not permitted, no permission, accessdenied, not authorised, explicit deny',
  sync: 'synchronize, synchronise, resync, resynchronize, resynchronise, re sync, out of sync, drift, desync, desynchronized, unsynchronized',
  clock:
    'time sync, wrong time, time drift, time zone, timezone, system time, clock skew, clocks, device time, automatic time',
  move: 'transfer, migrate, migration, switch, swap, replace, upgrade, copy over, bring over',
  newphone:
    'new phone, new device, new mobile, new iphone, new android, another phone, change phone, changed phone, change phones, switch phone, switching phones, next phone',
  two: '2, both, pair, second code',
  share:
    'everyone, everybody, office, shared, sharing, team, teammate, coworker, coworkers, colleague, colleagues, several people, two people, two users, two admins, two persons, two of us, both of us, three people, ' +
    'two employees, multiple people, more than one person, multiple users',
  limit:
    'maximum, max, how many, number of, limitexceeded, limit exceeded, too many, multiple devices, more than one device, multiple mfa devices',
  backupcode:
    'backup code, back up code, one time backup code, one time recovery code, printable code, printed code, recovery code, emergency code, scratch code, rescue code, restore code, backup key, recovery key',
  backup: 'back up, backups, restore',
  secret:
    'secret key, setup key, set up key, manual key, seed, shared secret, text key, key by hand, manual entry',
  accesskey:
    'access key, access keys, long term key, programmatic access, api key, secret access key',
  passkey: 'passkeys, webauthn, fido, fido2, u2f',
  securitykey:
    'security key, hardware key, hardware token, yubikey, yubi key, titan key, usb key, key fob, hardware mfa',
  qr: 'qr code, qrcode, barcode, bar code, scan code',
  cli: 'command line, terminal, shell, awscli, bash, powershell, command prompt, script',
  sms: 'text message, text messages, texted, texting, by text',
  session:
    'session token, temporary credential, temporary credentials, session credentials, mfa credentials, sts, security token, get session token',
  duration:
    'how long, how many days, how many hours, how many minutes, days, every hour, expire, expires, expired, expiration, expiry, lifetime, lasts, hours, valid for, timeout, ttl',
  root: 'root user, root account, account owner, owner, root login, main account',
  admin:
    'administrator, administrators, admins, boss, my manager, it department, it team, sysadmin',
  signin:
    'sign in, signing in, sign on, log in, login, logging in, logon, log on, signs in, logged in, signed in',
  email: 'e mail, mail, emails',
  sso: 'identity center, single sign on, identity centre, access portal',
  organization: 'organisation, member account, member accounts, organizations, organisations',
  cost: 'free, price, pricing, pay, paid, charge, charged, fee, money',
  private:
    'privacy, leak, leaks, leave my device, leaves my device, leave my computer, tracking, track, tracked, collect, collected, analytics, spy, upload, uploaded, uploads, cookies, gdpr, personal data',
  safe: 'safer, safest, secure, more secure, trust, trustworthy, safely, safety, securely, dangerous, risk, risky, hacked, steal my codes',
  offline:
    'reception, wifi, wi fi, flight mode, on a plane, disconnected, without internet, no internet, airplane mode, no signal, without signal, no connection, without connection, no reception, without network',
  terraform: 'cloudformation, infrastructure as code, sdk, boto3, boto',
  once: 'only once, one time, reuse, reused, twice',
  govcloud: 'gov cloud, us gov',
  support: 'contact, customer service, help desk, helpdesk',
  name: 'named, naming, rename, renamed, be called, should i call, to call',
  computer: 'laptop, pc, desktop, notebook, macbook, tablet, ipad',
  person:
    'employee, employees, staff, somebody, someone, anybody else, someone else, somebody else, other people',
  exists: 'exist, existing, already, taken, in use',
  same: 'identical',
  simultaneous: 'at once, at the same time, simultaneously, in parallel',
  leftover: 'left over, left behind, orphaned, orphan, stale, unassigned',
  enter: 'type, type in, input, put in, key in, typing',
  agent:
    'agents, ai, ai agent, ai agents, claude, claude code, chatgpt, gpt, copilot, llm, assistant, bot, codex, cursor, mcp',
  malware:
    'virus, viruses, trojan, spyware, keylogger, infected, steal, steals, stealing, spy on, hacker, hackers, attacker, attackers',
  update:
    'updates, updated, new version, newest version, latest version, version, newest, latest, up to date, outdated',
  hosting:
    'host, hosts, self host, self hosting, selfhost, own server, own domain, deploy, deployment, web server, webserver, run my own',
  scam: 'phishing, phished, fraud, fraudster, fake, pretend, impersonate, suspicious, con',
  character: 'characters, chars, letter, letters, symbols, alphanumeric',
  warning: 'warns, warn, complains, complain, complaint, alert',
  forget: 'dont remember, do not remember, cant remember, cannot remember, dont know, unknown',
  undo: 'put back, bring back, by mistake, by accident, accidentally, restore deleted, trash',
  paper: 'print, printed, printable, write down, written down',
  storage: 'stored, store, saved, save, keep, kept',
  encrypt: 'encryption, encrypted, cipher, aes, cryptography, decrypt, decryption',
  browser: 'browsers, chrome, firefox, edge, safari, brave, opera',
  homescreen: 'home screen, dock, desktop icon',
  quick: 'quickly, fast, faster, rapidly, too soon, in time',
  slow: 'slowly, late, too late, too long',
  copy: 'copies, duplicate, second copy',
  cancel:
    'canceled, cancelled, aborted, abort, interrupted, abandoned, closed the window, closed the tab',
  camera: 'webcam, cam',
  picture: 'image, pictures, screenshot, screenshots, png, jpg, photo, photos',
  company: 'employer, business, enterprise, work account, firm, organization account',
  see: 'view, show, display, reveal, look up',
};

/** Concepts that are near one another: how much one counts where the other is meant. */
const near: readonly (readonly [one: string, other: string, weight: number])[] = [
  ['phone', 'device', 0.7],
  ['phone', 'app', 0.35],
  ['newphone', 'phone', 0.6],
  ['newphone', 'move', 0.7],
  ['newphone', 'device', 0.4],
  ['phonenumber', 'phone', 0.4],
  ['otherapp', 'app', 0.8],
  ['phonenumber', 'number', 0.8],
  ['cli', 'command', 0.8],
  ['lost', 'locked', 0.6],
  ['lost', 'reset', 0.5],
  ['locked', 'reset', 0.6],
  ['locked', 'signin', 0.4],
  ['remove', 'reset', 0.6],
  ['enable', 'add', 0.8],
  ['enable', 'assign', 0.8],
  ['enable', 'new', 0.2],
  ['mandatory', 'need', 0.8],
  ['mandatory', 'postpone', 0.3],
  ['rejected', 'sync', 0.4],
  ['rejected', 'denied', 0.3],
  ['move', 'change', 0.7],
  ['move', 'bring', 0.6],
  ['number', 'code', 0.5],
  ['character', 'number', 0.3],
  ['newphone', 'bring', 0.5],
  ['newphone', 'buy', 0.5],
  ['authentication', 'mfa', 0.5],
  ['authentication', 'signin', 0.5],
  ['clock', 'time', 0.8],
  ['clock', 'sync', 0.4],
  ['totp', 'code', 0.5],
  ['backupcode', 'backup', 0.6],
  ['backupcode', 'code', 0.4],
  ['secret', 'key', 0.8],
  ['secret', 'qr', 0.5],
  ['accesskey', 'key', 0.6],
  ['passkey', 'securitykey', 0.8],
  ['passkey', 'key', 0.4],
  ['securitykey', 'key', 0.4],
  ['private', 'safe', 0.6],
  ['terraform', 'cli', 0.6],
  ['session', 'cli', 0.4],
  ['duration', 'long', 0.5],
  ['duration', 'last', 0.5],
  ['limit', 'several', 0.6],
  ['limit', 'multiple', 0.7],
  ['admin', 'support', 0.5],
  ['two', 'second', 0.6],
  ['signin', 'console', 0.3],
  ['signin', 'account', 0.3],
  ['computer', 'device', 0.6],
  ['enable', 'protect', 0.4],
  ['person', 'share', 0.5],
  ['person', 'admin', 0.2],
  ['malware', 'safe', 0.5],
  ['camera', 'scan', 0.6],
  ['picture', 'scan', 0.3],
  ['picture', 'qr', 0.3],
  ['copy', 'backup', 0.3],
  ['company', 'organization', 0.4],
  ['company', 'share', 0.3],
  ['slow', 'quick', 0.4],
  ['scam', 'safe', 0.4],
  ['warning', 'rejected', 0.4],
  ['forget', 'lost', 0.4],
  ['paper', 'backup', 0.4],
  ['undo', 'restor', 0.8],
  ['undo', 'backup', 0.3],
  ['storage', 'backup', 0.3],
  ['encrypt', 'safe', 0.4],
  ['encrypt', 'secur', 0.5],
  ['homescreen', 'install', 0.7],
  ['hosting', 'server', 0.8],
  ['mfa', 'app', 0.3],
  ['mfa', 'code', 0.2],
];

type Way = readonly [stems: readonly string[], concept: string];

/** Ways to say something, by their first word, the longest first. */
const byFirstWord = index();

function index(): ReadonlyMap<string, readonly Way[]> {
  const found = new Map<string, Way[]>();
  for (const [concept, list] of Object.entries(ways)) {
    for (const way of [concept, ...list.split(',')]) {
      const stems = wordsOf(way).map(stem);
      const [first = ''] = stems;
      found.set(first, [...(found.get(first) ?? []), [stems, concept]]);
    }
  }
  for (const list of found.values()) list.sort(([a], [b]) => b.length - a.length);
  return found;
}

const nearness = new Map<string, Map<string, number>>();
for (const [one, other, weight] of near) {
  setNear(toName(one), toName(other), weight);
  setNear(toName(other), toName(one), weight);
}

function setNear(one: string, other: string, weight: number): void {
  nearness.set(one, (nearness.get(one) ?? new Map<string, number>()).set(other, weight));
}

/** Concepts keep their name; other words are known by their stem. */
function toName(word: string): string {
  return word in ways ? word : stem(word);
}

/** How much one concept says where another is asked for, from 0 to 1. */
export function likeness(asked: string, said: string): number {
  return asked === said ? 1 : (nearness.get(asked)?.get(said) ?? 0);
}

/** What is near a concept, and how much each says where it is asked for. */
export function nearTo(asked: string): Iterable<readonly [said: string, weight: number]> {
  return nearness.get(asked) ?? [];
}

/** A concept, or the stem of a word that belongs to none, with the words that said it. */
export interface Meaning {
  readonly name: string;
  readonly words: readonly string[];
}

/** What the words of a text mean, in order; stop words are gone unless they are part of a way. */
export function meaningsOf(words: readonly string[], isStop: (word: string) => boolean): Meaning[] {
  const stems = words.map(stem);
  const found: Meaning[] = [];
  let at = 0;
  while (at < words.length) {
    const way = byFirstWord.get(stems[at] ?? '')?.find(([parts]) => startsWith(stems, at, parts));
    const length = way?.[0].length ?? 1;
    const said = words.slice(at, at + length);
    const [word = ''] = said;
    if (way !== undefined) found.push({ name: way[1], words: said });
    else if (!isStop(word)) found.push({ name: stems[at] ?? word, words: said });
    at += length;
  }
  return found;
}

/** What a single word means: a concept, or else its stem. */
export const meaningOf = remembered((word) => {
  const [meaning] = meaningsOf([word], () => false);
  return meaning?.name ?? word;
});

function startsWith(stems: readonly string[], at: number, parts: readonly string[]): boolean {
  return parts.every((part, offset) => stems[at + offset] === part);
}

/** Every word in a way to say something: known, so that it is no typing error. */
export const knownWords: readonly string[] = [
  ...new Set(Object.entries(ways).flatMap(([concept, list]) => wordsOf(`${concept}, ${list}`))),
];
