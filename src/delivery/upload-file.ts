import type { FilesUploadV2Arguments, WebClient } from '@slack/web-api';

/** Uploads a file. @returns its id in Slack */
export async function uploadFile(client: WebClient, request: FilesUploadV2Arguments): Promise<string> {
  const { files } = (await client.filesUploadV2(request)) as UploadAnswer;
  const id = files[0]?.files?.[0]?.id;
  if (!id) throw new Error('Slack answered without a file');
  return id;
}

interface UploadAnswer {
  readonly files: readonly { readonly files?: readonly { readonly id?: string }[] }[];
}
