import type { DeviceInfo } from '../memory/records.ts'
import type { RequestParameters } from './parameters.ts'

/** What a request says about the device that it comes from. */
export const readDevice = (parameters: RequestParameters): DeviceInfo => ({
  name: parameters.get('metaData.device.name'),
  type: parameters.get('metaData.device.type'),
  description: parameters.get('metaData.device.description'),
})
