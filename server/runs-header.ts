/**
 * Header on what pages of others load, with `fusionauth` where the runs of the server talk to a real
 * FusionAuth, which a page cannot.
 */
export const runsHeader = 'login-lab-runs'
