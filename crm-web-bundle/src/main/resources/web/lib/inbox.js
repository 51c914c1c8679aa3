import { api } from './api.js';
import { live } from './live.js';
import { go } from './router.js';

/** One's own notices: read here is read everywhere, for the server tells every open page. */
export const inbox = {
  page: (params = {}) => api.get('/notifications', params),

  /** How many are unread, before the stream has told it for the first time. */
  async count() {
    const { total } = await inbox.page({ unread: true, count: true, limit: 1 });
    live.set({ unread: total });
  },

  async readAll() {
    const { unread } = await api.act('/notifications/read-all');
    live.set({ unread });
  },

  /** Opens what a notice is about; opened is read. */
  async open(notice) {
    if (notice.record.type === 'opportunity') go(`/opportunities/${notice.record.id}${notice.entryId
      ? `?entry=${notice.entryId}` : ''}`);
    if (notice.read) return;
    await api.act(`/notifications/${notice.id}/read`);
    live.set({ unread: Math.max(0, (live.state.unread || 0) - 1) });
  },
};
