import { escapeXml } from './escape-xml.ts';
import {
  launchdLabel,
  type ServiceDefinition,
  type ServiceProgram,
  serviceArguments,
} from './service-definition.ts';

/** A launchd agent of the user. Source: launchd.plist(5), launchctl(1). */
export function launchdAgent(program: ServiceProgram, userId: number): ServiceDefinition {
  const words = [program.node, ...serviceArguments(program)];
  const path = `Library/LaunchAgents/${launchdLabel}.plist`;
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${launchdLabel}</string>
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    <string>${escapeXml(word)}</string>`).join('\n')}
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>Umask</key>
  <integer>63</integer>
</dict>
</plist>
`;
  const domain = `gui/${userId}`;
  return {
    path,
    content,
    install: [['launchctl', 'bootstrap', domain, `~/${path}`]],
    remove: [['launchctl', 'bootout', `${domain}/${launchdLabel}`]],
    status: ['launchctl', 'print', `${domain}/${launchdLabel}`],
  };
}
