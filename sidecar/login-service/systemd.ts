import {
  type ServiceDefinition,
  type ServiceProgram,
  serviceArguments,
  serviceName,
} from './service-definition.ts';

/** A systemd user unit. Source: systemd.service(5), systemd.exec(5). */
export function systemdUnit(program: ServiceProgram): ServiceDefinition {
  const unit = `${serviceName}.service`;
  const command = [program.node, ...serviceArguments(program)].map(quoted).join(' ');
  const content = `[Unit]
Description=AutoRefine, the local service of the browser extension

[Service]
ExecStart=${command}
Restart=on-failure
RestartSec=5
# It listens on this machine only and writes its data folder only.
NoNewPrivileges=true
UMask=0077

[Install]
WantedBy=default.target
`;
  return {
    path: `.config/systemd/user/${unit}`,
    content,
    install: [
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'enable', '--now', unit],
    ],
    remove: [['systemctl', '--user', 'disable', '--now', unit]],
    status: ['systemctl', '--user', 'is-active', unit],
  };
}

/** One word of a command line: specifiers (%) and variables ($) lose their meaning. */
function quoted(word: string): string {
  return `"${word.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;
}
