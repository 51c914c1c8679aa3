import './crm-activity-dialog/crm-activity-dialog.js';
import './crm-confirm/crm-confirm.js';
import './crm-done-dialog/crm-done-dialog.js';
import './crm-keys/crm-keys.js';
import './crm-lost-dialog/crm-lost-dialog.js';
import './crm-move-menu/crm-move-menu.js';
import './crm-next-menu/crm-next-menu.js';
import './crm-won-dialog/crm-won-dialog.js';

/* The dialogs that `ask` loads with the first of them; those of one view alone come with that view. */
