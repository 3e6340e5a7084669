interface WorkingProps {
  readonly message: string;
}

/** Something is under way; said once to screen readers. */
export function Working({ message }: WorkingProps) {
  return (
    <div className="row soft" role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{message}</span>
    </div>
  );
}
