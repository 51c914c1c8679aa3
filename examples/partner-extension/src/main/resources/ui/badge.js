/** Days that a card has spent in legal review; nothing in other stages. */
class AcmeReviewBadge extends HTMLElement {
  set subject(card) {
    const inReview = card?.stage?.name === 'Legal review';
    const days = inReview ? Math.floor((Date.now() - Date.parse(card.stageSince)) / 86400000) : 0;
    this.textContent = inReview ? `In review for ${days} ${days === 1 ? 'day' : 'days'}` : '';
    this.hidden = !inReview;
    this.className = 'tag';
  }
}
customElements.define('acme-review-badge', AcmeReviewBadge);
