/** Where the script of the desk tells what became of words that waited on this device. */
export function OnDevice(props: { owner: number }) {
  return <div id="simpanan" role="status" data-owner={String(props.owner)} />;
}
