import { define, type LoginLab } from 'login-lab'

define()
const lab: LoginLab | null = document.querySelector('login-lab')
lab?.addEventListener('stepchange', ({ detail }) => {
  const told = document.querySelector('#told')
  if (told !== null) told.textContent = `${detail.currentStep} of ${detail.stepCount}`
})
